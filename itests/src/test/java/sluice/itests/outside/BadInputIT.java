package sluice.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static sluice.itests.outside.RunningCity.SOON;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever comes in wrong is counted under a reason of its own, is acknowledged so that it does not come again, leaves nothing of itself in
 * the log, and the line goes on.
 */
@ExtendWith(RunningCity.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadInputIT {
    private static final Bin TTN = new Bin(10, Bin.Network.TTN);
    private static final Bin CHIRPSTACK = new Bin(11, Bin.Network.CHIRPSTACK);
    private static final Bin STRANGER = new Bin(12, Bin.Network.TTN);
    /** Stands in bad messages; must stand nowhere else. */
    private static final String MARK = "MARKED0CONTENT";

    private final RunningCity city;
    private final Distribution distribution;
    private final Sender ttn;
    private final Sender chirpstack;
    private long count = 100;

    BadInputIT(RunningCity city) {
        this.city = city;
        this.distribution = city.distribution();
        this.ttn = Sender.connect(city.instance(), "ttn");
        this.chirpstack = Sender.connect(city.instance(), "chirp");
    }

    @BeforeAll
    void know() {
        city.know(TTN);
        city.know(CHIRPSTACK);
    }

    /** What was acknowledged does not come again, and what was refused is nowhere in the log. */
    @AfterAll
    void the_line_goes_on_and_nothing_comes_again() {
        goodUplinkFlows(TTN, ttn);
        goodUplinkFlows(CHIRPSTACK, chirpstack);
        Map<String, Long> counts = distribution.metrics().counts();
        await("no count moves any more")
                .during(Duration.ofSeconds(2))
                .atMost(SOON)
                .until(() -> distribution.metrics().counts().equals(counts));
        assertThat(city.instance().read("data/log/karaf.log")).doesNotContain(MARK);
        ttn.close();
        chirpstack.close();
    }

    @Test
    void malformed_json() {
        atTheDoor("malformed", () -> ttn.publish(TTN.topic(), "{\"" + MARK + "\":"));
    }

    @Test
    void wrong_base64() {
        atTheDoor("malformed", () -> ttn.publish(TTN.topic(), TTN.envelope(next(), 2, "DOg*" + MARK, Instant.now())));
        atTheDoor(
                "malformed",
                () -> chirpstack.publish(
                        CHIRPSTACK.topic(), CHIRPSTACK.envelope(next(), 85, "===" + MARK, Instant.now())));
    }

    @Test
    void unknown_device() {
        atTheDoor("unknown-device", () -> ttn.publish(STRANGER.topic(), STRANGER.uplink(1, 2_000, Instant.now())));
    }

    /** An account owns one network server's devices, not those of another, whatever it writes into its envelopes. */
    @Test
    void an_envelope_of_another_networks_device() {
        Bin claimed = new Bin(TTN.number(), Bin.Network.CHIRPSTACK);
        atTheDoor(
                "wrong-source",
                () -> chirpstack.publish(claimed.topic(), claimed.uplink(next(), 2_000, Instant.now())));
    }

    @Test
    void unknown_port() {
        atTheDoor(
                "unknown-port",
                () -> ttn.publish(TTN.topic(), TTN.envelope(next(), 77, new byte[] {1, 2, 3, 4}, Instant.now())));
    }

    @Test
    void truncated_payload() {
        atTheDoor(
                "truncated",
                () -> chirpstack.publish(
                        CHIRPSTACK.topic(),
                        CHIRPSTACK.envelope(
                                next(), 85, new byte[] {0x01, 0x75, 90, 0x04, (byte) 0x82, 1}, Instant.now())));
    }

    @Test
    void a_message_of_a_megabyte() {
        byte[] megabyte = new byte[1_000_000];
        atTheDoor("oversized", () -> ttn.publish(TTN.topic(), megabyte));
        atTheDoor(
                "oversized",
                () -> assertThat(distribution.web().announce("cam-1", City.SECRET, new byte[100], 1_000_000))
                        .isEqualTo(413));
    }

    @Test
    void a_repeated_frame_counter() {
        String uplink = TTN.uplink(next(), 3_000, Instant.now());
        inStream("waste.container", "classified", () -> ttn.publish(TTN.topic(), uplink));
        inStream("waste.container", "duplicate", () -> ttn.publish(TTN.topic(), uplink));
    }

    @Test
    void a_frame_counter_out_of_order() {
        Instant now = Instant.now();
        inStream("waste.container", "classified", () -> ttn.publish(TTN.topic(), TTN.uplink(next(), 3_000, now)));
        inStream(
                "waste.container",
                "out-of-order",
                () -> ttn.publish(TTN.topic(), TTN.uplink(0, 3_000, now.minusSeconds(60))));
    }

    @Test
    void a_clock_far_in_the_future() {
        inStream(
                "waste.container",
                "future",
                () -> ttn.publish(
                        TTN.topic(), TTN.uplink(next(), 3_000, Instant.now().plus(Duration.ofDays(365)))));
    }

    @Test
    void a_plate_that_was_read_badly_or_too_long_ago() {
        Instant now = Instant.now();
        inStream(
                "traffic.plate",
                "inaccurate",
                () -> assertThat(post("cam-1", City.SECRET, Plates.group("BADLY01", 61.0, now)))
                        .isEqualTo(422));
        inStream(
                "traffic.plate",
                "too-old",
                () -> assertThat(post("cam-1", City.SECRET, Plates.group("TOOOLD1", now.minus(Duration.ofMinutes(10)))))
                        .isEqualTo(422));
    }

    @Test
    void a_wrong_secret() {
        byte[] genuine = Plates.group("SECRET1", Instant.now());
        atTheDoor(
                "wrong-secret",
                () -> assertThat(post("cam-1", "guessed", genuine)).isEqualTo(401));
        atTheDoor(
                "unknown-device",
                () -> assertThat(post("cam-99", City.SECRET, genuine)).isEqualTo(401));
        atTheDoor(
                "wrong-secret",
                () -> assertThatThrownBy(() -> Sender.connect(city.instance(), "ttn", "guessed"))
                        .isInstanceOf(IllegalStateException.class));
    }

    private void atTheDoor(String reason, Runnable sending) {
        rises(reason, metrics -> metrics.door(reason), sending);
    }

    private void inStream(String stream, String code, Runnable sending) {
        rises(code, metrics -> metrics.stream(stream, code), sending);
    }

    private void rises(String what, ToLongFunction<Metrics> counter, Runnable sending) {
        long before = counter.applyAsLong(distribution.metrics());
        sending.run();
        await(what).atMost(SOON).until(() -> counter.applyAsLong(distribution.metrics()) == before + 1);
    }

    private void goodUplinkFlows(Bin bin, Sender sender) {
        inStream(
                "waste.container",
                "classified",
                () -> sender.publish(bin.topic(), bin.uplink(next(), 4_000, Instant.now())));
    }

    private int post(String device, String secret, byte[] message) {
        return distribution.web().post(device, secret, message).statusCode();
    }

    private long next() {
        return ++count;
    }
}
