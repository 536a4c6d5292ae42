package sluice.testkit.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Driver;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Reading;
import sluice.driver.spi.Refusal;
import sluice.driver.spi.Session;
import sluice.testkit.Components;
import sluice.testkit.ManualClock;
import sluice.testkit.Purity;

/**
 * What the platform relies on from every driver. Extend it, name the driver, one device and its golden frames, and every test here runs.
 *
 * <p>The rule behind all of them: whatever the bytes are, a session answers with a value, soon, and the answer depends on nothing but
 * its own device and its own frames.
 */
public abstract class DriverContract {
    private static final long SEED = 20180413;
    private static final int RANDOM_FRAMES = 20_000;
    private static final int MEGABYTE = 1 << 20;
    private static final Duration LONGEST_CALL = Duration.ofMillis(200);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** For those who extend it. */
    protected DriverContract() {}

    /**
     * The driver.
     *
     * @return a new one at each call
     */
    protected abstract Driver driver();

    /**
     * A device with settings that the driver accepts.
     *
     * @return the device
     */
    protected abstract TestDevice device();

    /**
     * Frames that the driver understands, at least one of each kind; on their port, if the transport has ports.
     *
     * @return not empty
     */
    protected abstract List<Frame> goldenFrames();

    @Test
    void declares_streams_of_records_that_the_platform_can_read() {
        assertThat(driver().streams()).isNotEmpty().isEqualTo(driver().streams());
        driver().streams().forEach((type, stream) -> {
            assertThat(Components.faults(type)).isEmpty();
            assertThat(stream).matches("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");
        });
    }

    @Test
    void is_pure_code() {
        assertThat(Purity.faults(driver().getClass())).isEmpty();
    }

    @Test
    void takes_settings_that_a_device_file_can_hold() {
        assertThat(Components.faults(driver().config())).isEmpty();
        assertThat(device().config(driver().config())).isNotNull();
    }

    @Test
    void understands_its_golden_frames_and_gives_only_declared_records() {
        assertThat(goldenFrames()).isNotEmpty();
        for (Frame frame : goldenFrames()) {
            assertThat(answer(session(device()), frame)).isInstanceOf(Decoded.Readings.class);
        }
    }

    @Test
    void answers_the_same_frames_the_same_way() {
        assertThat(conversation(session(device()))).isEqualTo(conversation(session(device())));
    }

    /** One device's frames never show in another's readings, even where one driver serves both in turns. */
    @Test
    void keeps_devices_apart() {
        Driver shared = driver();
        Session one = open(shared, device());
        Session other = open(shared, device().named("another-device"));
        List<String> interleaved = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Frame frame : goldenFrames()) {
            interleaved.add(describe(answer(one, frame)));
            others.add(describe(answer(other, frame)));
        }
        assertThat(interleaved).isEqualTo(conversation(session(device())));
        assertThat(others).isEqualTo(conversation(session(device().named("another-device"))));
    }

    @Test
    void answers_every_truncation_of_a_golden_frame() {
        for (Frame frame : goldenFrames()) {
            Session session = session(device());
            for (int length = 0; length < frame.length(); length++) {
                answer(session, with(frame, Arrays.copyOf(frame.payload(), length)));
            }
        }
    }

    @Test
    void answers_random_bytes() {
        Random random = new Random(SEED);
        Session session = session(device());
        for (int i = 0; i < RANDOM_FRAMES; i++) {
            byte[] noise = new byte[random.nextInt(80)];
            random.nextBytes(noise);
            answer(session, with(pick(random), noise));
        }
    }

    /** Nearly right is harder than random: one byte of a golden frame is wrong, or one is added. */
    @Test
    void answers_damaged_golden_frames() {
        Random random = new Random(SEED);
        Session session = session(device());
        for (int i = 0; i < RANDOM_FRAMES; i++) {
            Frame frame = pick(random);
            byte[] damaged = Arrays.copyOf(frame.payload(), frame.length() + random.nextInt(2));
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            answer(session, with(frame, damaged));
        }
    }

    @Test
    void answers_a_megabyte() {
        for (Frame frame : goldenFrames()) {
            answer(session(device()), with(frame, new byte[MEGABYTE]));
            answer(session(device()), with(frame, repeated(frame.payload())));
        }
    }

    @Test
    void refuses_every_port_that_carries_no_golden_frame() {
        List<Integer> known = goldenFrames().stream()
                .flatMap(frame -> frame.port().stream().boxed())
                .toList();
        for (Frame frame : goldenFrames()) {
            for (int port = 0; port <= 255 && frame.port().isPresent(); port++) {
                Decoded decoded = answer(session(device()), frame.onPort(port));
                assertThat(known.contains(port) || decoded.equals(Decoded.refused(Refusal.UNKNOWN_PORT)))
                        .as("port %d", port)
                        .isTrue();
            }
        }
    }

    @Test
    void survives_ticks_before_between_and_after_frames() {
        Session session = session(device());
        checkDeclared(session.tick(NOON));
        for (Frame frame : goldenFrames()) {
            answer(session, frame);
            checkDeclared(session.tick(NOON.plusSeconds(60)));
        }
        checkDeclared(session.tick(NOON.plus(Duration.ofDays(30))));
    }

    private Decoded answer(Session session, Frame frame) {
        long start = System.nanoTime();
        Decoded decoded = session.on(frame);
        long nanos = System.nanoTime() - start;
        if (nanos > LONGEST_CALL.toNanos()) {
            nanos = againOnAQuietMachine(frame);
        }
        assertThat(Duration.ofNanos(nanos)).as("one call").isLessThan(LONGEST_CALL);
        checkDeclared(decoded.fold(readings -> readings, refusal -> List.of()));
        return decoded;
    }

    /** A pause of the machine is not the driver's fault: the same frame is timed three times more, on a session of its own. */
    private long againOnAQuietMachine(Frame frame) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            Session session = session(device());
            long start = System.nanoTime();
            session.on(frame);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }

    private void checkDeclared(List<Reading> readings) {
        for (Reading reading : readings) {
            assertThat(driver().streams()).containsKey(reading.values().getClass());
        }
    }

    private List<String> conversation(Session session) {
        return goldenFrames().stream()
                .map(frame -> describe(answer(session, frame)))
                .toList();
    }

    private static String describe(Decoded decoded) {
        return decoded.fold(
                readings -> readings.stream()
                        .map(reading -> reading.values() + " at " + reading.observedAt() + " no " + reading.sequence())
                        .toList()
                        .toString(),
                Refusal::name);
    }

    private static byte[] repeated(byte[] payload) {
        byte[] megabyte = new byte[MEGABYTE];
        for (int at = 0; at < MEGABYTE; at += payload.length) {
            System.arraycopy(payload, 0, megabyte, at, Math.min(payload.length, MEGABYTE - at));
        }
        return megabyte;
    }

    private Frame pick(Random random) {
        List<Frame> frames = goldenFrames();
        return frames.get(random.nextInt(frames.size()));
    }

    private static Frame with(Frame frame, byte[] payload) {
        Frame copy =
                Frame.of(payload, frame.receivedAt()).typed(frame.mediaType().orElse(""));
        Frame counted =
                frame.counter().isPresent() ? copy.counted(frame.counter().getAsLong()) : copy;
        return frame.port().isPresent() ? counted.onPort(frame.port().getAsInt()) : counted;
    }

    private Session session(TestDevice device) {
        return open(driver(), device);
    }

    private static Session open(Driver driver, TestDevice device) {
        return driver.open(device, new TestTools(ManualClock.at(NOON)));
    }
}
