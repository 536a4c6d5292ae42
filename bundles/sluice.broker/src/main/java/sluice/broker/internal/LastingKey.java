package sluice.broker.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** The broker's lasting key: made at the first start, readable by the platform's user only. */
final class LastingKey {
    private static final int LENGTH = 32;

    private LastingKey() {}

    static byte[] in(String configured) throws IOException {
        Path folder = configured.isEmpty()
                ? Path.of(System.getProperty("karaf.data", "data"), "sluice", "keys")
                : Path.of(configured);
        Path file = folder.resolve("reading-id.key");
        if (Files.exists(file)) {
            return read(file);
        }
        Files.createDirectories(folder);
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        write(folder, file, key);
        return key;
    }

    private static byte[] read(Path file) throws IOException {
        byte[] key = Files.readAllBytes(file);
        if (key.length != LENGTH) {
            throw new IOException(
                    "`" + file + "` is no key of " + LENGTH + " bytes; restore it, or remove it for a new one");
        }
        return key;
    }

    /** Written beside and moved, so that a crash leaves a whole key or none. */
    private static void write(Path folder, Path file, byte[] key) throws IOException {
        Path draft = Files.createTempFile(
                folder,
                "key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(draft, key);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
