package sluice.mqtt.server.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way in for devices outside this machine. */
final class TlsTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder;

    private Tls tls;
    private Rig rig;

    @BeforeEach
    void start() throws Exception {
        tls = new Tls("127.0.0.1", Rig.freePort(), keystore(), PASSWORD);
        rig = new Rig(folder, tls);
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void a_device_publishes_over_tls_under_its_own_account() throws Exception {
        Rig.Platform platform = rig.platform("bins/#", true);
        MqttAsyncClient device = new MqttAsyncClient("ssl://127.0.0.1:" + tls.port(), "bin", new MemoryPersistence());
        MqttConnectionOptions options = Rig.options("bins", Rig.PASSWORD);
        options.setSocketFactory(trusting());
        device.connect(options).waitForCompletion(10_000);

        Rig.publish(device, "bins/1", "hello");

        platform.awaitCount(1);
        assertThat(Rig.answerTo(device, "plates/1"))
                .as("another account's topic")
                .isEqualTo(0x87);
        device.disconnectForcibly(0, 50, false);
        device.close(true);
    }

    /** Versions with known faults (RFC 8996). */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1", "TLSv1.1"})
    void an_old_version_is_refused(String version) throws Exception {
        try (SSLSocket socket = (SSLSocket) trusting().createSocket("127.0.0.1", tls.port())) {
            socket.setEnabledProtocols(new String[] {version});
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void a_sound_version_is_spoken(String version) throws Exception {
        try (SSLSocket socket = (SSLSocket) trusting().createSocket("127.0.0.1", tls.port())) {
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
        }
    }

    @Test
    void plain_mqtt_is_not_understood_there() throws Exception {
        byte[] connect = {0x10, 12, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 60, 0, 0};
        try (Socket socket = new Socket("127.0.0.1", tls.port())) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(connect);
            assertThat(answer(socket.getInputStream())).isNotEqualTo(new byte[] {0x20});
        }
    }

    @Test
    void a_keystore_that_does_not_open_keeps_the_server_from_starting_and_is_named_without_its_password() {
        Settings settings = new Settings(
                "127.0.0.1",
                rig.settings.port() + 1,
                folder.resolve("other"),
                rig.settings.limits(),
                new Tls("127.0.0.1", tls.port(), tls.keystore(), "wrong-one"));

        assertThatThrownBy(() -> MqttServer.start(settings, List.of(), rig.refusals))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("wrong-one");
    }

    private static byte[] answer(InputStream in) {
        try {
            return in.readNBytes(1);
        } catch (IOException reset) {
            return "reset".getBytes(UTF_8);
        }
    }

    private Path keystore() throws Exception {
        Path file = folder.resolve("key.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "k",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=sluice",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        return file;
    }

    private SSLSocketFactory trusting() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "server",
                KeyStore.getInstance(tls.keystore().toFile(), PASSWORD.toCharArray())
                        .getCertificate("k"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context.getSocketFactory();
    }
}
