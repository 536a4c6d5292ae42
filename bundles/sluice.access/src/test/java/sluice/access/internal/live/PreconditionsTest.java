package sluice.access.internal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.guard.Admission;
import sluice.guard.Armed;
import sluice.guard.Guest;
import sluice.guard.Vendor;

final class PreconditionsTest {
    private static final String HOST = "localhost";

    @TempDir
    private Path folder = Path.of("");

    private boolean isDevelopment;
    private Set<String> missing = Set.of();

    @BeforeEach
    void users() throws IOException {
        Files.writeString(folder.resolve("users.properties"), "operator = {CRYPT}abcd{CRYPT},_g_:admingroup\n");
    }

    @Test
    void nothing_stands_in_the_way_of_a_platform_that_is_ready() throws Exception {
        assertThat(codes(CertificateFile.good(folder, HOST))).isEmpty();
    }

    @Test
    void a_first_password_that_is_still_there_or_still_in_force_stands_in_the_way() throws Exception {
        Path good = CertificateFile.good(folder, HOST);
        Files.writeString(folder.resolve("first-password"), "x");
        assertThat(codes(good)).containsExactly("first-password");

        Files.delete(folder.resolve("first-password"));
        Files.writeString(folder.resolve("first-digest"), "abcd\n");
        assertThat(codes(good)).containsExactly("first-password");

        Files.writeString(folder.resolve("users.properties"), "operator = {CRYPT}other{CRYPT},_g_:admingroup\n");
        assertThat(codes(good)).isEmpty();
    }

    @Test
    void a_guard_with_layers_off_and_the_builds_own_key_stand_in_the_way() throws Exception {
        missing = Set.of("jdk");
        isDevelopment = true;

        assertThat(codes(CertificateFile.good(folder, HOST))).containsExactly("guard-weakened", "development-key");
    }

    @Test
    void the_development_key_may_be_accepted_on_purpose() throws Exception {
        isDevelopment = true;
        Request request = new Request(HOST, folder, "", free(), free(), true, "ann");

        assertThat(new Preconditions(folder, folder, Clock.systemUTC())
                        .of(request, Optional.empty(), armed(), admission()))
                .isEmpty();
    }

    @Test
    void a_certificate_for_another_host_stands_in_the_way() throws Exception {
        assertThat(codes(CertificateFile.good(folder, "other.example"))).containsExactly("certificate-host");
    }

    @Test
    void a_certificate_that_ends_soon_or_has_a_short_key_stands_in_the_way() throws Exception {
        Path weak = CertificateFile.pkcs12(
                folder, "weak", "-keyalg", "RSA", "-keysize", "1024", "-validity", "29", "-ext", "san=dns:" + HOST);

        assertThat(codes(weak)).containsExactly("certificate-expiry", "certificate-weak");
    }

    @Test
    void the_key_of_another_certificate_stands_in_the_way() throws Exception {
        Path good = CertificateFile.good(folder, HOST);
        Path other = CertificateFile.pkcs12(folder, "other", "-keyalg", "EC");
        Path rsa = CertificateFile.pkcs12(folder, "rsa", "-keyalg", "RSA");

        assertThat(codes(CertificateFile.pem(good, other))).containsExactly("certificate-key");
        assertThat(codes(CertificateFile.pem(good, rsa))).containsExactly("certificate-key");
        assertThat(codes(CertificateFile.pem(good, good))).isEmpty();
    }

    @Test
    void a_host_that_is_not_this_machine_and_a_port_in_use_stand_in_the_way() throws Exception {
        assertThat(HostNames.local("192.0.2.1")).isEmpty();
        assertThat(HostNames.local("0.0.0.0")).isEmpty();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Request request = new Request("127.0.0.1", folder, "", taken.getLocalPort(), free(), false, "ann");
            assertThat(new Preconditions(folder, folder, Clock.systemUTC())
                            .of(request, Optional.empty(), armed(), admission()))
                    .extracting(Obstacle::code)
                    .containsExactly("port-taken");
        }
    }

    @Test
    void a_file_that_holds_no_key_says_what_would_help() throws Exception {
        Path file = Files.writeString(
                folder.resolve("x.pem"), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");

        assertThatThrownBy(() -> ServerKeyReader.read(file, "")).hasMessageContaining("openssl pkcs8");
        assertThatThrownBy(() -> ServerKeyReader.read(folder.resolve("none"), ""))
                .hasMessageContaining("no certificate file");
        assertThatThrownBy(() -> ServerKeyReader.read(CertificateFile.good(folder, HOST), "wrong"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_star_stands_for_one_label() throws Exception {
        var certificate = ServerKeyReader.read(CertificateFile.good(folder, "*.city.example"), "changeit")
                .certificate();

        assertThat(HostNames.covers(certificate, "a.city.example")).isTrue();
        assertThat(HostNames.covers(certificate, "a.b.city.example")).isFalse();
        assertThat(HostNames.covers(certificate, "city.example")).isFalse();
    }

    @Test
    void settings_are_changed_in_place_and_put_back() throws Exception {
        EtcFiles files = new EtcFiles(folder, folder.resolve("before"));
        String text = "# a comment\nport = 1\nother=2";
        Files.writeString(folder.resolve("a.cfg"), text);

        files.keep(List.of("a.cfg", "b.cfg"));
        files.set("a.cfg", Map.of("port", "2"));
        files.set("b.cfg", Map.of("host", "x"));

        assertThat(folder.resolve("a.cfg")).hasContent("# a comment\nport = 2\nother=2");
        assertThat(folder.resolve("b.cfg")).hasContent("host = x");
        files.restore("a.cfg");
        files.restore("b.cfg");
        files.forget();
        assertThat(folder.resolve("a.cfg")).hasContent(text);
        assertThat(folder.resolve("b.cfg")).doesNotExist();
        assertThat(files.hasBefore()).isFalse();
    }

    private List<String> codes(Path certificate) throws IOException {
        ServerKey key = ServerKeyReader.read(certificate, "changeit");
        Request request = new Request(HOST, certificate, "changeit", free(), free(), false, "ann");
        return new Preconditions(folder, folder, Clock.systemUTC())
                .of(request, Optional.of(key), armed(), admission()).stream()
                        .map(Obstacle::code)
                        .toList();
    }

    private Armed armed() {
        return () -> missing;
    }

    private Admission admission() {
        return new Admission() {
            @Override
            public List<Guest> guests() {
                return List.of();
            }

            @Override
            public List<Vendor> vendors() {
                return List.of(new Vendor("a", "CN=a", "00", Instant.MAX, isDevelopment));
            }

            @Override
            public Answer approve(String digest, String by) {
                throw new AssertionError("nobody asked");
            }

            @Override
            public Answer withdraw(String digest, String by) {
                throw new AssertionError("nobody asked");
            }

            @Override
            public Answer addVendor(String name, String certificate, String by) {
                throw new AssertionError("nobody asked");
            }

            @Override
            public Answer revokeVendor(String name, String by) {
                throw new AssertionError("nobody asked");
            }
        };
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
