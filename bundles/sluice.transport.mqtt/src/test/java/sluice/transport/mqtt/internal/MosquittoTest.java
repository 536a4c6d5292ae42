package sluice.transport.mqtt.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.Inbound;
import sluice.broker.core.port.MqttSource;
import sluice.broker.core.port.Outcome;

/**
 * What {@code docs/guides/external-mqtt-server.md} says of Mosquitto, tried with a real one where it is installed: the files are the guide's
 * own.
 */
class MosquittoTest {
    private static final int NOT_AUTHORIZED = 0x87;
    private static final String PLANTED = "QXZV8412";
    private static final MqttSource BINS = new MqttSource("bins", "", "bins/", true).asNetworkServer();
    private static final MqttSource PLATES = new MqttSource("plates", "", "plates/", false);

    @TempDir
    Path folder;

    private static int checked;
    private static int count;

    private Mosquitto server;
    private MqttTransport transport;
    private final FakeIntake door = new FakeIntake();
    private final FakeSources sources = new FakeSources();
    private final List<MqttAsyncClient> devices = new ArrayList<>();

    @BeforeAll
    static void findIt() {
        boolean isThere = Mosquitto.program("mosquitto").isPresent();
        if (!isThere) {
            System.out.println("corpus mosquitto: ABSENT");
        }
        assumeTrue(isThere);
    }

    @AfterAll
    static void tell() {
        System.out.println("corpus mosquitto: checked " + checked + " of " + count);
    }

    @BeforeEach
    void start() throws Exception {
        count++;
        server = Mosquitto.start(folder);
        sources.set(BINS, PLATES);
        String trust = folder.resolve("trust.p12").toString();
        transport = new MqttTransport(
                new TestConfig(server.uri(), "sluice", Mosquitto.PASSWORD, "sluice.passing", trust), door, sources);
        await().atMost(Duration.ofSeconds(10)).until(() -> transport.troubles().isEmpty());
    }

    @AfterEach
    void stop() throws MqttException {
        for (MqttAsyncClient device : devices) {
            if (device.isConnected()) {
                device.disconnectForcibly(0, 50, false);
            }
            device.close(true);
        }
        transport.deactivate();
        server.close();
    }

    @Test
    void the_platform_hears_both_kinds_of_account_over_tls() throws Exception {
        publish(device("bins"), "bins/1", "fill");
        publish(device("plates"), "plates/1", "seen");

        door.awaitCount(2);
        assertThat(door.messages)
                .extracting(
                        Inbound::registryAddress,
                        Inbound::durablePath,
                        message -> message.networkServer().orElse(""))
                .containsExactlyInAnyOrder(tuple("mqtt:bins/1", true, "bins"), tuple("mqtt:plates/1", false, ""));
        checked++;
    }

    @Test
    void nobody_connects_without_a_name_or_with_a_wrong_password() {
        assertThatThrownBy(() -> connect("x", options("", ""))).isInstanceOf(MqttException.class);
        assertThatThrownBy(() -> connect("x", options("bins", "guessed"))).isInstanceOf(MqttException.class);
        assertThatThrownBy(() -> connect("x", options("stranger", Mosquitto.PASSWORD)))
                .isInstanceOf(MqttException.class);
        checked++;
    }

    @Test
    void a_device_reads_nothing() throws Exception {
        Heard heard = new Heard();
        MqttAsyncClient device = device("bins");
        device.setCallback(heard);
        for (String filter : List.of("#", "plates/#", "bins/#", "$SYS/#", "$share/g/plates/#", "+/1")) {
            device.subscribe(filter, 1).waitForCompletion(5_000);
        }

        publish(device("plates"), "plates/1", "secret");
        publish(device, "bins/1", "own");
        door.awaitCount(2);
        publish(device, "bins/1", "again");
        door.awaitCount(3);

        assertThat(heard.topics).isEmpty();
        checked++;
    }

    @Test
    void a_device_writes_below_its_own_prefix_only() throws Exception {
        MqttAsyncClient device = device("bins");

        for (String topic : List.of("plates/1", "binsx/1", "sluice.passing/1", "/bins/1", "x")) {
            assertThat(answerTo(device, topic)).as(topic).isEqualTo(NOT_AUTHORIZED);
        }

        // a filter `bins/#` has `bins` in it too; to Sluice it is nobody's
        assertThat(answerTo(device, "bins")).isZero();
        publish(device("plates"), "plates/1", "honest");
        door.awaitCount(1);
        assertThat(door.texts()).containsExactly("honest");
        checked++;
    }

    @Test
    void a_will_for_another_prefix_is_said_to_nobody() throws Exception {
        MqttConnectionOptions options = options("bins", Mosquitto.PASSWORD);
        options.setWill("plates/1", new MqttMessage(PLANTED.getBytes(UTF_8), 1, false, null));
        connect("d", options).disconnectForcibly(0, 50, false);

        publish(device("plates"), "plates/1", "honest");
        door.awaitCount(1);

        assertThat(door.texts()).containsExactly("honest");
        checked++;
    }

    @Test
    void a_device_that_takes_the_platforms_client_id_gets_its_own() throws Exception {
        connect("sluice", options("bins", Mosquitto.PASSWORD));
        connect("sluice.passing", options("plates", Mosquitto.PASSWORD));

        publish(device("plates"), "plates/1", "still heard");
        door.awaitCount(1);

        assertThat(transport.troubles()).isEmpty();
        checked++;
    }

    @Test
    void the_durable_session_is_sent_nothing_personal() throws Exception {
        Heard heard = new Heard();
        transport.deactivate();
        MqttAsyncClient durable = device("sluice");
        durable.setCallback(heard);
        durable.subscribe("plates/#", 1).waitForCompletion(5_000);
        durable.subscribe("bins/#", 1).waitForCompletion(5_000);

        publish(device("plates"), "plates/1", "secret");
        publish(device("bins"), "bins/1", "fill");

        await().until(() -> !heard.topics.isEmpty());
        assertThat(heard.topics).containsExactly("bins/1");
        checked++;
    }

    @Test
    void a_retained_message_is_kept_for_nobody() throws Exception {
        transport.deactivate();
        device("plates").publish("plates/1", PLANTED.getBytes(UTF_8), 1, true);
        Heard heard = new Heard();
        MqttAsyncClient passing = device("sluice.passing");
        passing.setCallback(heard);
        passing.subscribe("plates/#", 1).waitForCompletion(5_000);

        publish(device("plates"), "plates/2", "next");

        await().until(() -> heard.topics.contains("plates/2"));
        assertThat(heard.topics).containsExactly("plates/2");
        checked++;
    }

    @Test
    void nothing_of_a_personal_topic_is_on_disk_while_the_platform_is_slow_or_afterwards() throws Exception {
        door.keepsOpen = true;
        MqttAsyncClient device = device("plates");
        for (int i = 0; i < 100; i++) {
            publish(device, "plates/" + PLANTED, PLANTED + i);
        }
        door.awaitCount(100);
        assertThat(filesWith(PLANTED)).isEmpty();

        server.close();

        assertThat(filesWith(PLANTED)).isEmpty();
        assertThat(filesWith("listener")).as("the search works").isNotEmpty();
        checked++;
    }

    /** The platform's own client would end on receiving it. */
    @Test
    void a_topic_with_a_noncharacter_ends_its_senders_connection() throws Exception {
        try (Socket socket = server.trusting().getSocketFactory().createSocket("127.0.0.1", server.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(connectAndPublish("bins/\uffff"));
            byte[] said = socket.getInputStream().readAllBytes();
            assertThat(said).as("CONNACK, and the end").hasSize(4);
        }
        publish(device("bins"), "bins/1", "still heard");
        door.awaitCount(1);
        assertThat(door.texts()).containsExactly("still heard");
        checked++;
    }

    @Test
    void what_is_not_committed_comes_again() throws Exception {
        door.outcome = message -> new Outcome.Unavailable(Reason.STOPPING);
        publish(device("bins"), "bins/1", "patient");
        door.awaitCount(1);
        door.outcome = FakeIntake.COMMIT;

        door.awaitCount(2);

        assertThat(door.texts()).startsWith("patient", "patient");
        checked++;
    }

    private static byte[] connectAndPublish(String topic) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(0x10);
        out.writeByte(10 + 3 + 6 + 2 + Mosquitto.PASSWORD.length());
        out.writeUTF("MQTT");
        out.write(new byte[] {4, (byte) 0xC2, 0, 60});
        out.writeUTF("d");
        out.writeUTF("bins");
        out.writeUTF(Mosquitto.PASSWORD);
        byte[] name = topic.getBytes(UTF_8);
        out.writeByte(0x30);
        out.writeByte(name.length + 3);
        out.writeShort(name.length);
        out.write(name);
        out.writeByte('x');
        return bytes.toByteArray();
    }

    private MqttAsyncClient device(String account) throws Exception {
        return connect(account, options(account, Mosquitto.PASSWORD));
    }

    private MqttAsyncClient connect(String clientId, MqttConnectionOptions options) throws Exception {
        MqttAsyncClient client = new MqttAsyncClient(server.uri(), clientId, new MemoryPersistence());
        devices.add(client);
        options.setSocketFactory(server.trusting().getSocketFactory());
        client.connect(options).waitForCompletion(10_000);
        return client;
    }

    private static MqttConnectionOptions options(String account, String password) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        if (!account.isEmpty()) {
            options.setUserName(account);
            options.setPassword(password.getBytes(UTF_8));
        }
        options.setAutomaticReconnect(false);
        return options;
    }

    private static void publish(MqttAsyncClient device, String topic, String text) throws MqttException {
        device.publish(topic, text.getBytes(UTF_8), 1, false).waitForCompletion(10_000);
    }

    private static int answerTo(MqttAsyncClient client, String topic) throws MqttException {
        IMqttToken token = client.publish(topic, new byte[] {'x'}, 1, false);
        token.waitForCompletion(10_000);
        return token.getReasonCodes()[0];
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, ISO_8859_1).contains(text)) {
                    found.add(file);
                }
            }
            return found;
        }
    }

    /** Remembers what a client was sent. */
    private static final class Heard implements MqttCallback {
        final List<String> topics = new CopyOnWriteArrayList<>();

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            topics.add(topic);
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {}

        @Override
        public void mqttErrorOccurred(MqttException exception) {}

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String uri) {}

        @Override
        public void authPacketArrived(int code, MqttProperties properties) {}
    }
}
