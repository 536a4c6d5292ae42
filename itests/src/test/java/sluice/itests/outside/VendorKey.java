package sluice.itests.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A vendor as the guide tells vendors to be: a key made with {@code keytool}, jars signed with {@code jarsigner}. */
final class VendorKey {
    private static final String PASSWORD = "itests-vendor";

    private final Path folder;

    private VendorKey(Path folder) {
        this.folder = folder;
    }

    /** A vendor with a key of its own, valid for a week. */
    static VendorKey in(Path folder, String name) {
        VendorKey vendor = new VendorKey(folder);
        String options = "-genkeypair -alias vendor -keyalg EC -groupname secp256r1 -validity 7 -storetype PKCS12";
        vendor.run("keytool", options, "-dname", "CN=" + name);
        vendor.run(
                "keytool",
                "-exportcert -rfc -alias vendor",
                "-file",
                vendor.certificate().toString());
        return vendor;
    }

    /** Its certificate, PEM. */
    Path certificate() {
        return folder.resolve("vendor.pem");
    }

    /** Signs every entry of a jar. */
    byte[] signed(byte[] jar) {
        try {
            Path file = Files.write(folder.resolve("guest.jar"), jar);
            run("jarsigner", "-sigalg SHA256withECDSA -digestalg SHA-256", file.toString(), "vendor");
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String tool, String options, String... more) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        words.addAll(List.of(options.split(" ")));
        words.addAll(List.of("-keystore", folder.resolve("vendor.p12").toString(), "-storepass", PASSWORD));
        words.addAll(List.of(more));
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(tool + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
