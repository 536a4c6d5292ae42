package sluice.access.internal.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Certificates as an administrator may bring them, made by {@code keytool}. */
final class CertificateFile {
    private static final String PASSWORD = "changeit";

    private CertificateFile() {}

    static Path pkcs12(Path folder, String name, String... options) throws IOException, InterruptedException {
        Path file = folder.resolve(name + ".p12");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "k",
                "-dname",
                "CN=" + name,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        return file;
    }

    static Path good(Path folder, String host) throws IOException, InterruptedException {
        return pkcs12(folder, "good", "-keyalg", "EC", "-validity", "90", "-ext", "san=dns:" + host);
    }

    /** Chain and key, the key perhaps of another file. */
    static Path pem(Path certificate, Path key) throws IOException, GeneralSecurityException {
        String text =
                block("CERTIFICATE", store(certificate).getCertificate("k").getEncoded())
                        + block("PRIVATE KEY", key(key).getEncoded());
        return Files.writeString(certificate.resolveSibling("file.pem"), text);
    }

    static Key key(Path pkcs12) throws IOException, GeneralSecurityException {
        return store(pkcs12).getKey("k", PASSWORD.toCharArray());
    }

    private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    private static String block(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + kind + "-----\n";
    }
}
