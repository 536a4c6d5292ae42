package sluice.mqtt.server.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.mqtt.server.internal.RawClient.Answer;

/** Nobody but the platform reads, whatever is subscribed to and how (design 6, wire). */
class ReadingTest {
    private static final int SUBSCRIBE = 0x82;
    private static final int UNSUBSCRIBE = 0xA2;
    private static final int SUBSCRIPTION_IDENTIFIER = 0x0B;

    @TempDir
    static Path folder;

    static Rig rig;

    @BeforeAll
    static void start() throws Exception {
        rig = new Rig(folder);
    }

    @AfterAll
    static void stop() throws MqttException {
        rig.close();
    }

    @AfterEach
    void leave() throws MqttException {
        rig.leave();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bins/#",
                "bins/1",
                "#",
                "+/+",
                "plates/#",
                "/#",
                "",
                "$share/g/bins/#",
                "$share/g/plates/#",
                "$share//#",
                "$queue/plates/#",
                "$exclusive/plates/#",
                "$SYS/#",
                "$sys.mqtt.sessions",
                "$sys/#",
                "activemq.notifications",
                "activemq.management",
                "plates/#::sluice.platform",
                "plates/#::plates/#",
                "sluice/v1/#",
            })
    void a_device_reads_nothing(String filter) throws Exception {
        Rig.Platform platform = rig.platform("bins/#", true);
        platform.client.subscribe("plates/#", 1).waitForCompletion(5_000);
        for (int version : new int[] {4, 5}) {
            try (RawClient device = RawClient.connected(rig, version, "bins", "d" + version)) {
                device.filter(SUBSCRIBE, RawClient.NOTHING, filter);
                Answer answer = device.receive();
                assertThat(answer.isEnd() || answer.reason() >= 0x80).isTrue();
                publish("plates", "plates/1");
                publish("bins", "bins/1");
                platform.awaitCount(version == 4 ? 2 : 4);
                assertThat(answer.isEnd() || device.isAlive()).isTrue();
            }
        }
    }

    @Test
    void a_subscription_identifier_changes_nothing() throws Exception {
        try (RawClient device = RawClient.connected(rig, 5, "bins", "d")) {
            device.filter(SUBSCRIBE, new byte[] {SUBSCRIPTION_IDENTIFIER, 1}, "bins/#");
            assertThat(device.receive().reason()).isEqualTo(0x87);
            assertThat(device.isAlive()).isTrue();
        }
    }

    /** MQTT 5, 3.3.4: only a server sends one with a message. */
    @Test
    void a_message_with_a_subscription_identifier_ends_its_connection() throws Exception {
        Rig.Platform platform = rig.platform("bins/#", true);
        try (RawClient device = RawClient.connected(rig, 5, "bins", "d")) {
            device.publish("bins/1".getBytes(UTF_8), new byte[] {SUBSCRIPTION_IDENTIFIER, 1}, "planted");
            assertThat(device.receive().reason()).isEqualTo(0x82);
        }
        Rig.publish(rig.device("bins", "e"), "bins/1", "honest");
        platform.awaitCount(1);
        assertThat(platform.payloads).containsExactly("honest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bins/#", "plates/#", "$sys.mqtt.sessions", "#"})
    void a_device_ends_nobodys_subscription(String filter) throws Exception {
        Rig.Platform platform = rig.platform("bins/#", true);
        for (int version : new int[] {4, 5}) {
            try (RawClient device = RawClient.connected(rig, version, "bins", "d" + version)) {
                device.filter(UNSUBSCRIBE, RawClient.NOTHING, filter);
                Answer answer = device.receive();
                assertThat(answer.type()).isEqualTo(Answer.UNSUBACK);
                assertThat(version == 4 || answer.reason() == 0x87).isTrue();
            }
        }
        Rig.publish(rig.device("bins", "e"), "bins/1", "still heard");
        platform.awaitCount(1);
    }

    /** Acknowledgements of messages that were never sent to it settle nobody's. */
    @ParameterizedTest
    @ValueSource(ints = {0x40, 0x50, 0x70})
    void a_device_acknowledges_nobodys_message(int header) throws Exception {
        Rig.Platform platform = rig.platform("bins/#", false);
        Rig.publish(rig.device("bins", "sender"), "bins/1", "unsettled");
        platform.awaitCount(1);
        try (RawClient device = RawClient.connected(rig, 5, "bins", "d")) {
            device.send(header, new byte[] {0, 1});
            device.receive();
        }
        platform.client.disconnectForcibly(0, 500, false);
        Rig.Platform again = rig.platform("bins/#", true);
        again.awaitCount(1);
        assertThat(again.payloads).containsExactly("unsettled");
    }

    private static void publish(String account, String topic) throws IOException {
        try (RawClient honest = RawClient.connected(rig, 5, account, account + "-honest")) {
            honest.publish(topic, "secret");
            assertThat(honest.receive().isAccepted()).isTrue();
        }
    }
}
