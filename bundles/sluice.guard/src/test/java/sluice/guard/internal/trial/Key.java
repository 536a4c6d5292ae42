package sluice.guard.internal.trial;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** A vendor's key, made by {@code keytool}, and its signature under a jar. */
public final class Key {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Map<String, Key> MADE = new ConcurrentHashMap<>();

    private final PrivateKey secret;
    private final Certificate certificate;

    private Key(PrivateKey secret, Certificate certificate) {
        this.secret = secret;
        this.certificate = certificate;
    }

    /** A key that is valid today; the same one for the same name. */
    public static Key of(String name) {
        return MADE.computeIfAbsent(
                name, made -> make(name, "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "30"));
    }

    /** A key of the options of {@code keytool}. */
    public static Key with(String name, String... options) {
        return MADE.computeIfAbsent(name, made -> make(name, options));
    }

    /** The certificate as text. */
    public String pem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs with SHA-256 into a new file beside the jar. */
    public Path sign(Path jar) {
        return sign(jar, "SHA-256");
    }

    /** Signs into a new file beside the jar. */
    public Path sign(Path jar, String digest) {
        Path signed = Path.of(jar.toString().replace(".jar", "") + "-signed.jar");
        try (ZipFile in = new ZipFile(jar.toFile());
                var out = Files.newOutputStream(signed)) {
            JarSigner signer = new JarSigner.Builder(
                            secret, CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)))
                    .signerName(String.format("K%07d", Math.floorMod(certificate.hashCode(), 10_000_000)))
                    .digestAlgorithm(digest)
                    .build();
            signer.sign(in, out);
            return signed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Key make(String name, String... options) {
        try {
            Path store = Files.createTempDirectory("key").resolve("key.p12");
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
                    store.toString(),
                    "-storepass",
                    new String(PASSWORD)));
            command.addAll(List.of(options));
            run(command);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD);
            }
            return new Key((PrivateKey) keys.getKey("k", PASSWORD), keys.getCertificate("k"));
        } catch (IOException | GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        process.getInputStream().transferTo(said);
        if (process.waitFor() != 0) {
            throw new IOException(said.toString(US_ASCII));
        }
    }
}
