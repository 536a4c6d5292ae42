package sluice.mqtt.server.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.broker.core.port.MqttSource;

/** No raw reading of a personal stream is on disk before it was mediated (design 2, at rest before mediation). */
class AtRestTest {
    private static final String PLANTED = "QXZV8412";
    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir
    Path folder;

    Rig rig;

    @BeforeEach
    void start() throws Exception {
        rig = new Rig(folder);
    }

    @AfterEach
    void stop() throws MqttException {
        rig.close();
    }

    @Test
    void a_durable_account_rests_on_disk_which_shows_that_the_search_works() throws Exception {
        rig.platform("bins/#", false).client.disconnectForcibly(0, 500, false);

        Rig.publish(rig.device("bins", "d"), "bins/1", PLANTED);

        assertThat(filesWith(PLANTED)).isNotEmpty();
    }

    @Test
    void another_account_rests_nowhere_while_the_platform_is_slow_or_away() throws Exception {
        Rig.Platform platform = rig.platform("plates/#", false);
        MqttAsyncClient device = rig.device("plates", "cam");
        for (int i = 0; i < 300; i++) {
            Rig.publish(device, "plates/" + PLANTED, PLANTED + i);
        }
        platform.client.disconnectForcibly(0, 500, false);
        Rig.publish(device, "plates/1", PLANTED);

        assertThat(filesWith(PLANTED)).isEmpty();
        rig.server.close();
        assertThat(filesWith(PLANTED)).isEmpty();
    }

    @Test
    void a_large_message_rests_nowhere_either() throws Exception {
        // Artemis writes messages that are longer than its journal's buffer to a file of their own, whatever the queue
        Rig.Platform platform = rig.platform("plates/#", false);

        Rig.publish(rig.device("plates", "cam"), "plates/1", PLANTED.repeat(125_000));

        platform.awaitCount(1);
        assertThat(filesWith(PLANTED)).isEmpty();
    }

    @Test
    void neither_a_retained_message_nor_a_will_rests() throws Exception {
        rig.platform("plates/#", false);
        MqttConnectionOptions options = Rig.options("plates", Rig.PASSWORD);
        MqttMessage will = new MqttMessage(PLANTED.getBytes(ISO_8859_1), 1, true, null);
        options.setWill("plates/1", will);
        options.setSessionExpiryInterval(3_600L);
        MqttAsyncClient device = rig.connect("cam", options);

        device.publish("plates/1", PLANTED.getBytes(ISO_8859_1), 1, true).waitForCompletion(5_000);
        device.disconnectForcibly(0, 500, false);

        assertThat(filesWith(PLANTED)).isEmpty();
    }

    @Test
    void an_account_that_becomes_personal_loses_its_durable_queue() throws Exception {
        rig.platform("bins/#", false).client.disconnectForcibly(0, 500, false);
        rig.server.accounts(List.of(new MqttSource("bins", Rig.hash(Rig.PASSWORD), "bins/", false)));
        rig.platform("bins/#", false);

        Rig.publish(rig.device("bins", "d"), "bins/1", PLANTED);

        assertThat(filesWith(PLANTED)).isEmpty();
    }

    /** Whatever waited is gone from the disk with the queue; the operator has nothing to delete (known and open, before). */
    @Test
    void what_waited_for_an_account_that_becomes_personal_is_gone_from_the_files() throws Exception {
        rig.platform("bins/#", false).client.disconnectForcibly(0, 500, false);
        MqttAsyncClient device = rig.device("bins", "d");
        for (int i = 0; i < 50; i++) {
            Rig.publish(device, "bins/" + PLANTED, PLANTED + i);
        }
        assertThat(filesWith(PLANTED)).isNotEmpty();

        rig.server.accounts(List.of(new MqttSource("bins", Rig.hash(Rig.PASSWORD), "bins/", false)));

        awaitGone();
    }

    @Test
    void what_waited_for_an_account_that_is_taken_away_is_gone_from_the_files() throws Exception {
        rig.platform("bins/#", false).client.disconnectForcibly(0, 500, false);
        Rig.publish(rig.device("bins", "d"), "bins/1", PLANTED);
        assertThat(filesWith(PLANTED)).isNotEmpty();

        rig.server.accounts(List.of(Rig.PLATES));

        awaitGone();
    }

    /** A camera on a durable account by mistake: its reading is refused and so acknowledged, and then it is to leave the disk. */
    @Test
    void what_was_acknowledged_is_gone_from_the_files_after_a_while_and_what_waits_is_not() throws Exception {
        sweepEachSecond();
        Rig.Platform platform = rig.platform("bins/#", true);
        MqttAsyncClient device = rig.device("bins", "d");
        for (int i = 0; i < 50; i++) {
            Rig.publish(device, "bins/1", PLANTED + i);
        }
        platform.awaitCount(50);
        platform.client.disconnectForcibly(0, 500, false);
        Rig.publish(device, "bins/1", "waits");

        awaitGone();

        assertThat(filesWith("waits")).isNotEmpty();
        rig.server.close();
        rig.start(Rig.BINS, Rig.PLATES);
        Rig.Platform again = rig.platform("bins/#", true);
        again.awaitCount(1);
        assertThat(again.payloads).containsExactly("waits");
    }

    @Test
    void what_was_acknowledged_before_a_restart_is_gone_from_the_files_soon_after_it() throws Exception {
        Rig.Platform platform = rig.platform("bins/#", true);
        MqttAsyncClient device = rig.device("bins", "d");
        for (int i = 0; i < 200; i++) {
            Rig.publish(device, "bins/1", PLANTED.repeat(10_000));
        }
        platform.awaitCount(200);
        rig.server.close();
        assertThat(filesWith(PLANTED)).isNotEmpty();

        rig.start(Rig.BINS, Rig.PLATES);

        awaitGone();
    }

    /** Nothing of what comes meanwhile may be lost or come out of order. */
    @Test
    void messages_go_on_while_the_files_are_swept() throws Exception {
        sweepEachSecond();
        Rig.Platform platform = rig.platform("bins/#", true);
        MqttAsyncClient device = rig.device("bins", "d");
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            sent.add("m" + i);
            Rig.publish(device, "bins/1", "m" + i);
        }

        platform.awaitCount(3_000);

        assertThat(platform.payloads).containsExactlyElementsOf(sent);
        assertThat(rig.server.isErasingLate()).isFalse();
    }

    /** A file that is being renamed may be missed once. */
    private void awaitGone() {
        await().atMost(SOON)
                .during(Duration.ofSeconds(1))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> filesWith(PLANTED).isEmpty());
    }

    private void sweepEachSecond() throws Exception {
        rig.close();
        rig = new Rig(
                folder,
                new Settings.Limits(1_000, 1_100_000, 32L << 20, 20_000, Duration.ofMinutes(5), Duration.ofSeconds(1)));
    }

    @Test
    void a_session_can_be_resumed_after_one_of_its_accounts_went_away() throws Exception {
        Rig.Platform platform = rig.platform("bins/#", true);
        platform.client.subscribe("plates/#", 1).waitForCompletion(5_000);
        platform.client.disconnectForcibly(0, 500, false);
        rig.server.accounts(List.of(Rig.BINS));

        Rig.Platform again = rig.platform("bins/#", true);
        Rig.publish(rig.device("bins", "d"), "bins/1", "still here");

        again.awaitCount(1);
    }

    @Test
    void durable_messages_survive_a_restart_of_the_server() throws Exception {
        rig.platform("bins/#", false).client.disconnectForcibly(0, 500, false);
        MqttAsyncClient device = rig.device("bins", "d");
        for (int i = 0; i < 50; i++) {
            Rig.publish(device, "bins/1", "m" + i);
        }
        rig.server.close();
        rig.start(Rig.BINS, Rig.PLATES);

        Rig.Platform platform = rig.platform("bins/#", true);

        platform.awaitCount(50);
        assertThat(platform.payloads).startsWith("m0", "m1").endsWith("m49").hasSize(50);
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, text))
                    .toList();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new String(bytes, ISO_8859_1).contains(text)
                    || new String(bytes, UTF_16LE).contains(text)
                    || new String(bytes, UTF_16BE).contains(text)
                    || new String(bytes, Math.min(1, bytes.length), Math.max(0, bytes.length - 1), UTF_16LE)
                            .contains(text);
        } catch (NoSuchFileException deletedMeanwhile) {
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
