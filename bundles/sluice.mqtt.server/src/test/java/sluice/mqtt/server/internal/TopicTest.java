package sluice.mqtt.server.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.mqtt.server.internal.RawClient.Answer;

/** An account's topics are its own, however the topic is written (design 6, wire). */
class TopicTest {
    private static final int TOPIC_ALIAS = 0x23;

    @TempDir
    static Path folder;

    static Rig rig;
    static Rig.Platform platform;

    @BeforeAll
    static void start() throws Exception {
        rig = new Rig(folder);
        platform = rig.platform("bins/#", true);
        platform.client.subscribe("plates/#", 1).waitForCompletion(5_000);
    }

    @AfterAll
    static void stop() throws MqttException {
        rig.close();
    }

    @BeforeEach
    void forget() {
        platform.forget();
    }

    static Stream<byte[]> topics() {
        return Stream.of(
                "".getBytes(UTF_8),
                "/".getBytes(UTF_8),
                "/bins/1".getBytes(UTF_8),
                "../plates/1".getBytes(UTF_8),
                "plates/../bins/1".getBytes(UTF_8),
                "Bins/1".getBytes(UTF_8),
                "bins".getBytes(UTF_8),
                "bins\\1".getBytes(UTF_8),
                "bins%2F1".getBytes(UTF_8),
                "bins.1".getBytes(UTF_8),
                "$share/g/bins/1".getBytes(UTF_8),
                "$SYS/broker".getBytes(UTF_8),
                "$sys.mqtt.sessions".getBytes(UTF_8),
                "$.artemis.internal.router".getBytes(UTF_8),
                "$sluice/v1/commands".getBytes(UTF_8),
                "sluice/v1/readings/bin-1".getBytes(UTF_8),
                "activemq.management".getBytes(UTF_8),
                "activemq.notifications".getBytes(UTF_8),
                "plates/#::sluice.platform".getBytes(UTF_8),
                "bins/a::plates".getBytes(UTF_8),
                "bins/\u0000plates".getBytes(UTF_8),
                "bins/\u0007".getBytes(UTF_8),
                "bins/\u0085".getBytes(UTF_8),
                "bins/\uFFFF".getBytes(UTF_8),
                new byte[] {'b', 'i', 'n', 's', (byte) 0xC0, (byte) 0xAF, '1'}, // an overlong slash
                new byte[] {'b', 'i', 'n', 's', '/', (byte) 0xC0, (byte) 0x80}, // an overlong zero
                new byte[] {'b', 'i', 'n', 's', '/', (byte) 0xED, (byte) 0xA0, (byte) 0x80}, // half of a pair
                new byte[] {'b', 'i', 'n', 's', '/', (byte) 0xFF},
                ("bins/" + "x".repeat(1_020)).getBytes(UTF_8),
                ("bins/" + "x".repeat(65_000)).getBytes(UTF_8));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void nothing_that_is_not_plainly_below_the_prefix_goes_on(byte[] topic) throws Exception {
        try (RawClient device = RawClient.connected(rig, 5, "bins", "d")) {
            device.publish(topic, RawClient.NOTHING, "planted");
            Answer answer = device.receive();
            assertThat(answer.isEnd() || answer.reason() >= 0x80).isTrue();
        }
        theHonestStillWork();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void an_old_device_that_tries_is_cut_off(byte[] topic) throws Exception {
        try (RawClient device = RawClient.connected(rig, 4, "bins", "d")) {
            device.publish(topic, RawClient.NOTHING, "planted");
            assertThat(device.receive().isEnd()).isTrue();
        }
        theHonestStillWork();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bins/#", "bins/+", "bins/+/x", "#", "+/1"})
    void a_wildcard_is_no_topic(String topic) throws Exception {
        try (RawClient device = RawClient.connected(rig, 5, "bins", "d")) {
            device.publish(topic, "planted");
            device.receive();
        }
        theHonestStillWork();
    }

    /** Two dots mean nothing in MQTT: below the prefix they are a name like any other, and reach nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"bins/../plates/1", "bins/./1", "bins//1", "bins/ ", "bins/$SYS/1", "bins/é"})
    void odd_names_below_the_prefix_stay_below_it(String topic) throws Exception {
        try (RawClient device = RawClient.connected(rig, 5, "bins", "d")) {
            device.publish(topic, "mine");
            assertThat(device.receive().reason()).isZero();
        }
        platform.awaitCount(1);
        assertThat(platform.topics).containsExactly(topic);
    }

    /** MQTT 5, 3.3.2.3.4: an alias stands for the topic of an earlier packet, so the second packet has none. */
    @Test
    void an_alias_smuggles_no_topic() throws Exception {
        try (RawClient device = RawClient.connected(rig, 5, "bins", "d")) {
            device.publish("bins/1".getBytes(UTF_8), RawClient.number(TOPIC_ALIAS, 1), "planted");
            assertThat(device.receive().reason()).isEqualTo(0x94);
        }
        theHonestStillWork();
    }

    @Test
    void an_alias_without_a_topic_is_no_topic() throws Exception {
        try (RawClient device = RawClient.connected(rig, 5, "bins", "d")) {
            device.publish(RawClient.NOTHING, RawClient.number(TOPIC_ALIAS, 1), "planted");
            assertThat(device.receive().reason()).isGreaterThanOrEqualTo(0x80);
        }
        theHonestStillWork();
    }

    @Test
    void the_server_offers_no_alias() throws IOException {
        try (RawClient device = new RawClient(rig, 5)) {
            byte[] connack = device.connect("bins", "d", RawClient.NOTHING).body();
            for (int i = 3; i < connack.length - 2; i++) {
                boolean offers = connack[i] == 0x22 && connack[i + 1] == 0 && connack[i + 2] > 0;
                assertThat(offers).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void no_quality_lets_a_foreign_topic_pass(int quality) throws Exception {
        long before = rig.refusals.of(Refusal.FOREIGN_TOPIC);
        MqttAsyncClient device = rig.device("bins", "d" + quality);

        device.publish("plates/1", "planted".getBytes(UTF_8), quality, false);

        await().until(() -> rig.refusals.of(Refusal.FOREIGN_TOPIC) == before + 1);
        theHonestStillWork();
    }

    private static void theHonestStillWork() throws IOException {
        try (RawClient honest = RawClient.connected(rig, 5, "bins", "honest")) {
            honest.publish("bins/1", "honest");
            assertThat(honest.receive().isAccepted()).isTrue();
        }
        platform.awaitCount(1);
        assertThat(platform.payloads).containsExactly("honest");
    }
}
