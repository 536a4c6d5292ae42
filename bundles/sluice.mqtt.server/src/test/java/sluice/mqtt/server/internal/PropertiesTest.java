package sluice.mqtt.server.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.mqtt.server.internal.RawClient.Answer;

/** What MQTT 5 lets a sender write beside its message goes no further than the gate, but for the content type. */
class PropertiesTest {
    private static final int PAYLOAD_FORMAT = 0x01;
    private static final int EXPIRY = 0x02;
    private static final int CONTENT_TYPE = 0x03;
    private static final int RESPONSE_TOPIC = 0x08;
    private static final int CORRELATION = 0x09;
    private static final int USER = 0x26;

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

    /** Somebody who answers to it would publish where the device may not. */
    @ParameterizedTest
    @ValueSource(strings = {"plates/1", "bins/1", "$sys.mqtt.sessions", "activemq.management"})
    void a_response_topic_is_not_passed_on(String topic) throws Exception {
        MqttProperties properties = sent(RawClient.text(RESPONSE_TOPIC, topic));
        assertThat(properties.getResponseTopic()).isNull();
    }

    @Test
    void correlation_and_user_properties_are_not_passed_on() throws Exception {
        MqttProperties properties = sent(join(
                RawClient.text(CORRELATION, "_AMQ_ORIG_ADDRESS"),
                new byte[] {USER, 0, 1, 'a', 0, 1, 'b'},
                new byte[] {PAYLOAD_FORMAT, 1}));
        assertThat(properties.getCorrelationData()).isNull();
        assertThat(properties.getUserProperties()).isEmpty();
    }

    @Test
    void the_content_type_is_passed_on() throws Exception {
        assertThat(sent(RawClient.text(CONTENT_TYPE, "application/json")).getContentType())
                .isEqualTo("application/json");
        assertThat(sent(RawClient.text(CONTENT_TYPE, "x".repeat(300))).getContentType())
                .isNull();
    }

    /** What is accepted is not dropped on its way. */
    @Test
    void no_message_expires_while_it_waits() throws Exception {
        rig.platform("bins/#", true).client.disconnectForcibly(0, 500, false);
        try (RawClient device = RawClient.connected(rig, 5, "bins", "d")) {
            device.publish("bins/1".getBytes(UTF_8), new byte[] {EXPIRY, 0, 0, 0, 1}, "patient");
            assertThat(device.receive().reason()).isZero();
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1_500);
        await().until(() -> System.nanoTime() > end);

        Rig.Platform platform = rig.platform("bins/#", true);

        platform.awaitCount(1);
        assertThat(platform.payloads).containsExactly("patient");
    }

    /** A session of hours, aliases, a say in what the server answers: a device gets none of it. */
    @Test
    void a_device_negotiates_nothing() throws Exception {
        byte[] wishes =
                join(new byte[] {0x11, 0, 0, 14, 16}, RawClient.number(0x21, 5), RawClient.number(0x22, 5), new byte[] {
                    0x19, 1
                });
        try (RawClient device = new RawClient(rig, 5)) {
            Answer answer = device.connect("bins", "d", wishes);
            assertThat(answer.reason()).isZero();
            assertThat(new String(answer.body(), ISO_8859_1)).doesNotContain("\u001a");
        }
        try (RawClient device = new RawClient(rig, 5)) {
            assertThat(device.connect("bins", "d", wishes).body()[0])
                    .as("session present")
                    .isZero();
        }
    }

    private MqttProperties sent(byte[] properties) throws Exception {
        Rig.Platform platform = rig.platform("bins/#", true);
        int before = platform.properties.size();
        try (RawClient device = RawClient.connected(rig, 5, "bins", "d")) {
            device.publish("bins/1".getBytes(UTF_8), properties, "x");
            assertThat(device.receive().reason()).isZero();
        }
        platform.awaitCount(before + 1);
        return platform.properties.get(before);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
