package sluice.keys.internal.vault;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import sluice.journal.Disk;

/** Opens with the operator's secret whatever it opens: every wrap key with every master key, every file of epoch keys with every wrap key. */
public final class Burglar {
    private Burglar() {}

    /** What came to light, wrap keys included. */
    public static List<byte[]> opened(Path image, Secret secret) throws IOException {
        List<byte[]> light = new ArrayList<>();
        for (Path keystore : named(image, "master.p12")) {
            MasterKey master = MasterKey.in(
                    requireNonNull(keystore.getParent()), KeystoreSettings.STANDARD, secret, Disk.ofThisMachine());
            for (Path ratchet : named(image, "ratchet")) {
                light.addAll(wrapKeys(master, ratchet));
            }
        }
        for (byte[] wrap : List.copyOf(light)) {
            for (Path epochs : named(image, "epochs")) {
                light.addAll(contents(wrap, epochs));
            }
        }
        return light;
    }

    private static List<Path> named(Path image, String start) throws IOException {
        try (Stream<Path> files = Files.walk(image)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().startsWith(start))
                    .toList();
        }
    }

    private static List<byte[]> wrapKeys(MasterKey master, Path ratchet) throws IOException {
        List<byte[]> keys = new ArrayList<>();
        try (Ratchet opened = Ratchet.in(requireNonNull(ratchet.getParent()), master, Disk.ofThisMachine())) {
            for (long generation : opened.generations()) {
                keys.add(opened.key(generation).bytes());
            }
        }
        return keys;
    }

    private static List<byte[]> contents(byte[] wrap, Path epochs) throws IOException {
        byte[] file = Files.readAllBytes(epochs);
        byte[] context = Arrays.copyOfRange(file, 8, 16);
        try {
            return List.of(
                    new Gcm(null).open(new WrapKey(0, wrap).key(), context, Arrays.copyOfRange(file, 16, file.length)));
        } catch (GeneralSecurityException sealed) {
            return List.of();
        }
    }
}
