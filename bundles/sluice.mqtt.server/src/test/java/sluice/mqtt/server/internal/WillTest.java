package sluice.mqtt.server.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.mqtt.server.internal.RawClient.Answer;

/** What a client leaves to be said after its end is bound like what it says itself (design 6, wire). */
class WillTest {
    private static final int WILL_DELAY = 0x18;

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
                "plates/1",
                "",
                "#",
                "bins/#",
                "bins/+",
                "bins/+/1",
                "plates/#",
                "bins/a::plates/#",
                "$sys.mqtt.sessions",
                "activemq.management",
                "$share/g/bins/1",
                "bins/\u0000",
            })
    void a_will_for_no_topic_of_its_own_is_refused_with_its_connection(String topic) throws IOException {
        for (int version : new int[] {4, 5}) {
            try (RawClient device = new RawClient(rig, version)) {
                Answer answer = device.connectWithWill("bins", "d", RawClient.NOTHING, topic.getBytes(UTF_8));
                assertThat(answer.isAccepted()).isFalse();
            }
        }
    }

    @Test
    void a_will_is_said_when_its_device_is_cut_off() throws Exception {
        Rig.Platform platform = rig.platform("bins/#", true);
        try (RawClient device = new RawClient(rig, 5)) {
            assertThat(device.connectWithWill("bins", "d", RawClient.NOTHING, "bins/gone".getBytes(UTF_8))
                            .reason())
                    .isZero();
        }
        platform.awaitCount(1);
        assertThat(platform.payloads).containsExactly("will");
    }

    /** A delay would let it be said by an account that is none any more. */
    @Test
    void a_will_waits_for_nothing() throws Exception {
        Rig.Platform platform = rig.platform("bins/#", true);
        try (RawClient device = new RawClient(rig, 5)) {
            byte[] anHour = {WILL_DELAY, 0, 0, 14, 16};
            assertThat(device.connectWithWill("bins", "d", anHour, "bins/gone".getBytes(UTF_8))
                            .reason())
                    .isZero();
        }
        platform.awaitCount(1);
    }

    @Test
    void an_account_that_is_taken_away_says_no_last_word() throws Exception {
        Rig.Platform platform = rig.platform("plates/#", true);
        try (RawClient device = new RawClient(rig, 5)) {
            assertThat(device.connectWithWill("bins", "d", RawClient.NOTHING, "bins/gone".getBytes(UTF_8))
                            .reason())
                    .isZero();
            rig.server.accounts(List.of(Rig.PLATES));
            assertThat(device.receive().type()).isIn(0, Answer.DISCONNECT);
        }
        rig.server.accounts(List.of(Rig.BINS, Rig.PLATES));
        platform.client.unsubscribe("bins/#").waitForCompletion(5_000);
        platform.client.subscribe("bins/#", 1).waitForCompletion(5_000);
        Rig.publish(rig.device("bins", "e"), "bins/1", "new");
        platform.awaitCount(1);
        assertThat(platform.payloads).containsExactly("new");
    }
}
