package sluice.transport.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.Inbound;
import sluice.broker.core.port.MqttEndpoint;
import sluice.broker.core.port.MqttSource;
import sluice.broker.core.port.Outcome;
import sluice.broker.core.port.Trouble;
import sluice.mqtt.server.internal.MqttServer;
import sluice.mqtt.server.internal.Refusals;

/** The transport against the real embedded server, with real devices. */
class MqttTransportTest {
    private static final String PASSWORD = "correct horse";
    private static final MqttSource BINS = new MqttSource("bins", hash(), "bins/", true);
    private static final MqttSource PLATES = new MqttSource("plates", hash(), "plates/", false);

    @TempDir
    Path folder;

    private final FakeIntake door = new FakeIntake();
    private final FakeSources sources = new FakeSources(BINS, PLATES);
    private final List<MqttAsyncClient> devices = new ArrayList<>();
    private sluice.mqtt.server.internal.Settings settings;
    private MqttServer server;
    private MqttEndpoint endpoint;
    private MqttTransport transport;

    @BeforeEach
    void start() throws Exception {
        settings = new sluice.mqtt.server.internal.Settings(
                "127.0.0.1",
                freePort(),
                folder,
                new sluice.mqtt.server.internal.Settings.Limits(
                        1_000, 1_100_000, 32L << 20, 20_000, Duration.ofMinutes(5)));
        startServer();
        transport = transport();
    }

    @AfterEach
    void stop() throws MqttException {
        transport.deactivate();
        for (MqttAsyncClient device : devices) {
            if (device.isConnected()) {
                device.disconnectForcibly(0, 500, false);
            }
            device.close(true);
        }
        server.close();
    }

    @Test
    void both_kinds_of_account_reach_the_door_and_the_door_knows_which_may_have_rested() throws Exception {
        publish(device("bins"), "bins/v3/app/up", "fill");
        publish(device("plates"), "plates/cam-1", "seen");

        door.awaitCount(2);
        assertThat(door.messages)
                .extracting(Inbound::registryAddress, Inbound::durablePath, Inbound::mediaType)
                .containsExactlyInAnyOrder(
                        tuple("mqtt:bins/v3/app/up", true, "application/json"),
                        tuple("mqtt:plates/cam-1", false, "application/json"));
        await().until(() -> transport.troubles().isEmpty());
    }

    /** Only what the city says counts, and at once: the account and its password stay the same. */
    @Test
    void the_door_knows_which_account_is_a_network_server_and_learns_of_a_change() throws Exception {
        awaitNetworkServer("");
        change(BINS.asNetworkServer(), PLATES);
        awaitNetworkServer("bins");
        change(BINS, PLATES);
        awaitNetworkServer("");
    }

    private void awaitNetworkServer(String expected) throws MqttException {
        MqttAsyncClient device = device("bins");
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            door.messages.clear();
            publish(device, "bins/1", "x");
            door.awaitCount(1);
            return door.messages.get(0).networkServer().orElse("").equals(expected);
        });
    }

    @Test
    void what_was_not_committed_comes_again_in_order_after_a_restart() throws Exception {
        door.keepsOpen = true;
        MqttAsyncClient device = device("bins");
        for (int i = 0; i < 20; i++) {
            publish(device, "bins/1", "m" + i);
        }
        door.awaitCount(20);
        // the first is not committed, so nothing behind it may be acknowledged
        door.open.subList(1, 20).forEach(commit -> commit.accept(Outcome.COMMITTED));
        transport.deactivate();
        door.messages.clear();
        door.keepsOpen = false;

        transport = transport();

        door.awaitCount(20);
        assertThat(door.texts()).containsExactlyElementsOf(texts(0, 20));
    }

    @Test
    void what_was_committed_does_not_come_again() throws Exception {
        MqttAsyncClient device = device("bins");
        IntStream.range(0, 20).forEach(i -> publish(device, "bins/1", "m" + i));
        door.awaitCount(20);
        transport.deactivate();
        publish(device, "bins/1", "while away");
        door.messages.clear();

        transport = transport();

        door.awaitCount(1);
        assertThat(door.texts()).containsExactly("while away");
    }

    @Test
    void a_personal_message_that_came_meanwhile_is_still_in_the_memory_of_the_embedded_server() throws Exception {
        MqttAsyncClient device = device("plates");
        publish(device, "plates/1", "before");
        door.awaitCount(1);
        transport.deactivate();
        publish(device, "plates/1", "meanwhile");

        transport = transport();

        door.awaitCount(2);
        assertThat(door.texts()).containsExactly("before", "meanwhile");
    }

    @Test
    void a_refused_message_is_acknowledged_and_does_not_come_for_ever() throws Exception {
        door.outcome = message -> new Outcome.Refused(Reason.MALFORMED);
        publish(device("bins"), "bins/1", "broken");
        door.awaitCount(1);
        transport.deactivate();
        door.outcome = FakeIntake.COMMIT;

        transport = transport();
        publish(device("bins"), "bins/1", "next");

        door.awaitCount(2);
        assertThat(door.texts()).containsExactly("broken", "next");
    }

    @Test
    void a_message_that_the_platform_can_not_take_comes_again_on_both_paths() throws Exception {
        AtomicInteger refusals = new AtomicInteger();
        door.outcome = message ->
                refusals.incrementAndGet() <= 4 ? new Outcome.Unavailable(Reason.LEDGER_DOWN) : Outcome.COMMITTED;
        publish(device("bins"), "bins/1", "fill");
        publish(device("plates"), "plates/1", "seen");

        door.awaitCount(6);
        assertThat(door.texts().subList(4, 6)).containsExactlyInAnyOrder("fill", "seen");
    }

    @Test
    void it_finds_the_server_again_after_a_restart_and_says_so_meanwhile() throws Exception {
        publish(device("bins"), "bins/1", "before");
        door.awaitCount(1);
        server.close();
        await().until(() -> transport.troubles().stream().map(Trouble::code).anyMatch("mqtt-disconnected"::equals));

        transport.unbindEndpoint(endpoint);
        assertThat(transport.troubles()).extracting(Trouble::code).containsExactly("mqtt-no-server");
        startServer();
        transport.bindEndpoint(endpoint);
        publish(device("bins"), "bins/1", "after");

        door.awaitCount(2);
        assertThat(door.texts()).containsExactly("before", "after");
        await().until(() -> transport.troubles().isEmpty());
    }

    @Test
    void the_loss_of_an_external_server_is_a_trouble_of_both_sessions() throws Exception {
        transport.deactivate();
        transport = new MqttTransport(
                new TestConfig(endpoint.uri(), endpoint.account(), new String(endpoint.password()), "", ""),
                door,
                sources);
        await().atMost(Duration.ofSeconds(20)).until(() -> transport.troubles().isEmpty());
        publish(device("plates"), "plates/1", "seen");
        door.awaitCount(1);

        server.close();
        await().until(() -> transport.troubles().size() == 2);
        assertThat(transport.troubles()).extracting(Trouble::code).containsOnly("mqtt-disconnected");
    }

    @Test
    void an_account_that_is_added_is_heard_and_one_that_is_removed_is_not() throws Exception {
        MqttSource soil = new MqttSource("soil", hash(), "soil/", true);
        change(BINS, PLATES, soil);
        publish(device("soil"), "soil/1", "wet");
        door.awaitCount(1);

        change(BINS, PLATES);
        change(BINS, PLATES, soil);
        publish(device("soil"), "soil/1", "dry");

        door.awaitCount(2);
        assertThat(door.texts()).containsExactly("wet", "dry");
    }

    @Test
    void an_account_that_becomes_personal_moves_to_the_session_that_never_rests() throws Exception {
        publish(device("bins"), "bins/1", "before");
        door.awaitCount(1);

        change(new MqttSource("bins", hash(), "bins/", false), PLATES);
        publish(device("bins"), "bins/1", "after");

        door.awaitCount(2);
        assertThat(door.messages).extracting(Inbound::durablePath).containsExactly(true, false);
    }

    private MqttTransport transport() {
        MqttTransport made = new MqttTransport(TestConfig.EMBEDDED, door, sources);
        made.bindEndpoint(endpoint);
        return made;
    }

    private void startServer() throws Exception {
        server = MqttServer.start(settings, sources.all(), new Refusals(new AtomicReference<>()));
        endpoint = server.endpoint();
    }

    private void change(MqttSource... changed) throws Exception {
        sources.set(changed);
        server.accounts(sources.all());
    }

    private MqttAsyncClient device(String account) throws MqttException {
        MqttAsyncClient device =
                new MqttAsyncClient(endpoint.uri(), account + "-" + devices.size(), new MemoryPersistence());
        devices.add(device);
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(account);
        options.setPassword(PASSWORD.getBytes(StandardCharsets.UTF_8));
        device.connect(options).waitForCompletion(10_000);
        return device;
    }

    private static void publish(MqttAsyncClient device, String topic, String text) {
        MqttMessage message = new MqttMessage(text.getBytes(StandardCharsets.UTF_8));
        message.setQos(1);
        MqttProperties properties = new MqttProperties();
        properties.setContentType("application/json");
        message.setProperties(properties);
        try {
            device.publish(topic, message).waitForCompletion(20_000);
        } catch (MqttException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<String> texts(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "m" + i).toList();
    }

    private static String hash() {
        byte[] salt = {1, 2, 3, 4, 5, 6, 7, 8};
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(PASSWORD.toCharArray(), salt, 1_000, 256))
                    .getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            return "pbkdf2:1000:" + base64.encodeToString(salt) + ":" + base64.encodeToString(key);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
