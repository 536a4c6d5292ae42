package sluice.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trust lists: every jar but the guests', signed so that the agent can tell. */
final class PlatformTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void lays_out_a_repository() throws IOException {
        jar("org/x/lib/1/lib-1.jar", "x.lib");
        jar("io/sluice/sluice.driver.soil/0.1/sluice.driver.soil-0.1.jar", "sluice.driver.soil");
    }

    @Test
    void a_guest_is_approved_and_never_trusted() throws IOException {
        Platform platform = Platform.read(folder, Set.of("sluice.driver.soil"));
        String lib = Digest.of(folder.resolve("org/x/lib/1/lib-1.jar"));
        String soil = Digest.of(folder.resolve("io/sluice/sluice.driver.soil/0.1/sluice.driver.soil-0.1.jar"));
        assertThat(platform.trustList())
                .endsWith("\n" + lib + "  org/x/lib/1/lib-1.jar\n")
                .doesNotContain(soil);
        assertThat(platform.approvedList("vendor", "build", "2026-01-01T00:00:00Z"))
                .endsWith("\n" + soil + "  sluice.driver.soil  1.0.0  vendor  build  2026-01-01T00:00:00Z\n");
    }

    /** A misspelt guest would be a trusted one. */
    @Test
    void a_guest_that_is_not_there_is_an_error() {
        assertThatThrownBy(() -> Platform.read(folder, Set.of("sluice.driver.soli")))
                .hasMessageContaining("sluice.driver.soli");
    }

    @Test
    void a_digest_is_that_of_the_published_vector() throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");
        assertThat(Digest.of(file)).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @CsvSource({"EC, SHA256withECDSA", "RSA, SHA256withRSA", "Ed25519, Ed25519"})
    void a_list_is_signed_by_whatever_key_a_release_has(String kind, String algorithm) throws Exception {
        Path keystore = folder.resolve("k.p12");
        keytool(keystore, kind);
        SigningKey key = SigningKey.open(keystore, "changeit", "a");
        byte[] list = {1, 2, 3};
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(certificate(key.pem()));
        verifier.update(list);
        assertThat(verifier.verify(Base64.getDecoder().decode(key.sign(list)))).isTrue();
        assertThatThrownBy(() -> SigningKey.open(keystore, "changeit", "b")).hasMessageContaining("no private key `b`");
        assertThatThrownBy(() -> SigningKey.open(keystore, "wrong", "a")).isInstanceOf(IOException.class);
    }

    private static Certificate certificate(byte[] pem) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
    }

    private static void keytool(Path keystore, String kind) throws IOException, InterruptedException {
        Files.deleteIfExists(keystore);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        keystore.toString(),
                        "-storetype",
                        "PKCS12",
                        "-alias",
                        "a",
                        "-storepass",
                        "changeit",
                        "-keyalg",
                        kind,
                        "-dname",
                        "CN=test")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
    }

    private void jar(String path, String symbolicName) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", symbolicName + ";singleton:=true");
        manifest.getMainAttributes().putValue("Bundle-Version", "1.0.0");
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            new JarOutputStream(out, manifest).close();
        }
    }
}
