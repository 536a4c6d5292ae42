package sluice.itests.outside;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The way from a platform on loopback to one on a network and back. The network is a second loopback address. */
@ExtendWith(RunningHouse.Shared.class)
final class GoLiveIT {
    private static final String HOST = "127.0.0.2";
    private static final String PASSWORD = "changeit";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningHouse house;
    private final Ports free = Ports.free();

    @TempDir
    private Path folder;

    GoLiveIT(RunningHouse house) {
        this.house = house;
    }

    @Test
    void nothing_is_opened_while_anything_stands_in_the_way() throws Exception {
        Path file = certificate("other.example", 20);
        String before = house.instance().read("etc/org.ops4j.pax.web.cfg");

        String said = goLive("--password-file " + passwordFile(), "192.0.2.1", file);

        assertThat(said)
                .contains("nothing was opened")
                .contains("[host-not-local]", "[certificate-host]", "[certificate-expiry]", "[development-key]");
        assertThat(house.instance().read("etc/org.ops4j.pax.web.cfg")).isEqualTo(before);
        assertThat(house.distribution().web().status("/health")).isEqualTo(200);
    }

    @Test
    void a_platform_goes_live_with_tls_only_and_comes_back() throws Exception {
        Path file = certificate(HOST, 90);
        String options = "--accept-development-key --password-file " + passwordFile();
        assertThat(goLive("--dry-run " + options, HOST, file)).contains("nothing stands in the way");

        String said = goLive(options, HOST, file);

        assertThat(said).contains("live:", "https://127.0.0.2");
        HttpClient browser = HttpClient.newBuilder().sslContext(trusting(file)).build();
        assertThat(get(browser, "/health").statusCode()).isEqualTo(200);
        HttpResponse<String> page = get(browser, "/system/console/sluice-flows");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(page.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.contains("JSESSIONID") && cookie.contains("Secure"));
        assertThat(house.distribution().web().status("/health"))
                .as("plain HTTP")
                .isZero();
        assertThat(protocol(trusting(file), free.mqtt())).isEqualTo("TLSv1.3");
        assertThat(house.instance().files("data/sluice/ledger/journal")).anyMatch(GoLiveIT::tellsIt);

        await("SSH there")
                .atMost(PATIENCE)
                .until(() -> isOpen(HOST, house.instance().ports().ssh()));
        // SSH opens anew on both addresses, and a client that comes in between is turned away.
        await("told to go back")
                .atMost(PATIENCE)
                .until(() -> house.shell("admin", "sluice:go-back").contains("back on 127.0.0.1"));

        await("as before")
                .atMost(PATIENCE)
                .until(() -> house.distribution().web().status("/health") == 200);
        assertThat(house.instance().read("etc/org.ops4j.pax.web.cfg")).doesNotContain("secure.enabled = true");
        await("SSH as before")
                .atMost(PATIENCE)
                .until(() -> house.shell("admin", "sluice:why").contains("run"));
    }

    private static boolean tellsIt(Path file) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1).contains("went-live");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String goLive(String options, String host, Path file) {
        return house.shell(
                "admin",
                "sluice:go-live %s --https-port %d --mqtt-port %d %s %s"
                        .formatted(options, free.http(), free.mqtt(), host, file));
    }

    private HttpResponse<String> get(HttpClient client, String path) throws Exception {
        String admin = Base64.getEncoder().encodeToString("admin:pw-admin".getBytes(UTF_8));
        URI uri = URI.create("https://" + HOST + ":" + free.http() + path);
        return client.send(
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Basic " + admin)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static boolean isOpen(String host, int port) {
        try (Socket socket = new Socket(host, port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private static String protocol(SSLContext context, int port) throws IOException {
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(HOST, port)) {
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }

    private Path passwordFile() throws IOException {
        return Files.writeString(folder.resolve("password"), PASSWORD);
    }

    private Path certificate(String host, int days) throws Exception {
        Path file = folder.resolve("key.p12");
        String kind = Character.isDigit(host.charAt(0)) ? "ip:" : "dns:";
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "k",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=itests",
                        "-validity",
                        Integer.toString(days),
                        "-ext",
                        "san=" + kind + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        return file;
    }

    private static SSLContext trusting(Path file) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "server",
                KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()).getCertificate("k"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
