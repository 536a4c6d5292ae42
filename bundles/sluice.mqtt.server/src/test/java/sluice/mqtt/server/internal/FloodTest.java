package sluice.mqtt.server.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Senders that are faster than the platform are held back; memory is bounded and nothing is lost. */
class FloodTest {
    private static final long LIMIT = 1L << 20;

    @TempDir
    Path folder;

    Rig rig;

    @BeforeEach
    void start() throws Exception {
        rig = new Rig(folder, new Settings.Limits(20, 1_100_000, LIMIT, 50, Duration.ofMinutes(5)));
    }

    @AfterEach
    void stop() throws MqttException {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({"bins, 1, 2000", "plates, 0, 10000"})
    void a_flood_against_a_busy_platform_stops_at_the_limit_and_goes_on_later(String account, int qos, int messages)
            throws Exception {
        Rig.Platform platform = rig.platform(account + "/#", true);
        platform.busy.lock();
        CompletableFuture<Void> flood = flood(account, qos, messages);

        await().atMost(Duration.ofSeconds(30)).until(() -> rig.server.tide().waitingBytes() >= LIMIT);
        await().until(() -> rig.server.tide().heldBackCount() == 1);
        // 8 and 40 MB want in; the limit and one read buffer of the sender are there at most, and a message weighs a
        // little more in its queue
        // than on its way there
        assertThat(rig.server.tide().waitingBytes()).isLessThan(LIMIT + LIMIT / 4);
        assertThat(flood).isNotDone();

        platform.busy.unlock();
        platform.awaitCount(messages);
        flood.join();
        assertThat(platform.payloads.get(messages - 1)).startsWith((messages - 1) + " ");
        await().until(() -> rig.server.tide().waitingBytes() < LIMIT / 10);
    }

    @Test
    void a_message_waits_at_the_gate_until_the_platform_has_subscribed() throws Exception {
        MqttAsyncClient device = rig.device("plates", "cam");
        IMqttToken token = device.publish("plates/1", new byte[] {'x'}, 1, false);
        await().until(() -> rig.server.tide().heldBackCount() == 1);
        assertThat(token.isComplete()).isFalse();

        rig.platform("plates/#", true).awaitCount(1);

        token.waitForCompletion(5_000);
    }

    @Test
    void a_megabyte_reaches_the_platform_and_more_is_refused_without_breaking_the_line() throws Exception {
        Rig.Platform platform = rig.platform("bins/#", true);
        try (MqttClient device = rig.version3("bins", "d")) {
            device.publish("bins/1", new byte[1 << 20], 1, false);
            assertThatThrownBy(() -> device.publish("bins/1", new byte[1_200_000], 1, false))
                    .isInstanceOf(org.eclipse.paho.client.mqttv3.MqttException.class);
        }
        Rig.publish(rig.device("bins", "e"), "bins/1", "after");

        platform.awaitCount(2);
        assertThat(platform.payloads.get(1)).isEqualTo("after");
        assertThat(rig.refusals.of(Refusal.OVERSIZED)).isEqualTo(1);
    }

    @Test
    void an_account_can_not_invent_topics_without_end() throws Exception {
        rig.platform("bins/#", true);
        MqttAsyncClient device = rig.device("bins", "d");
        for (int i = 0; i < 50; i++) {
            Rig.publish(device, "bins/" + i, "x");
        }

        assertThat(Rig.answerTo(device, "bins/one-more")).isEqualTo(0x97);
        assertThat(Rig.answerTo(device, "bins/49")).isZero();
    }

    @Test
    void connections_end_at_their_limit() throws Exception {
        for (int i = 0; i < 20; i++) {
            rig.device("bins", "d" + i);
        }

        assertThatThrownBy(() -> rig.device("bins", "one-more")).isInstanceOf(MqttException.class);
    }

    private CompletableFuture<Void> flood(String account, int qos, int messages) {
        String padding = "x".repeat(4_000);
        return CompletableFuture.runAsync(() -> {
            try (MqttClient device = rig.version3(account, "flood")) {
                IntStream.range(0, messages).forEach(i -> publish(device, account + "/1", i + " " + padding, qos));
                device.disconnect();
            } catch (org.eclipse.paho.client.mqttv3.MqttException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private static void publish(MqttClient device, String topic, String text, int qos) {
        try {
            device.publish(topic, text.getBytes(StandardCharsets.UTF_8), qos, false);
        } catch (org.eclipse.paho.client.mqttv3.MqttException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
