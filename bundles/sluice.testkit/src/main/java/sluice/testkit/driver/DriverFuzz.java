package sluice.testkit.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sluice.driver.spi.Driver;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Session;
import sluice.testkit.ManualClock;

/**
 * Many inputs for every decoder of a driver, from a seed: golden frames cut, lengthened, spliced and flipped, of the model and of its siblings,
 * and noise. Whatever comes, a session answers with a value, and the whole run with bounded memory in bounded time.
 *
 * <p>{@code -Dsluice.fuzz.inputs=1000000} sets how many inputs a model gets, {@code -Dsluice.fuzz.seed=...} where they begin.
 */
public abstract class DriverFuzz {
    private static final int INPUTS = Integer.getInteger("sluice.fuzz.inputs", 10_000);
    private static final long SEED = Long.getLong("sluice.fuzz.seed", 20261125);
    private static final int LONGEST = 260;
    private static final Duration LONGEST_CALL = Duration.ofMillis(200);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private long understood;
    private long refused;
    private long slowCalls;

    /** For those who extend it. */
    protected DriverFuzz() {}

    /**
     * The driver.
     *
     * @return a new one at each call
     */
    protected abstract Driver driver();

    /**
     * One device of each model, with frames that it understands.
     *
     * @return not empty
     */
    protected abstract Map<TestDevice, List<Frame>> devices();

    @Test
    void answers_any_input_with_a_value() {
        Random random = new Random(SEED);
        Map<TestDevice, List<Frame>> devices = devices();
        List<Frame> siblings = devices.values().stream().flatMap(List::stream).toList();
        for (Map.Entry<TestDevice, List<Frame>> device : devices.entrySet()) {
            Session session = driver().open(device.getKey(), new TestTools(ManualClock.at(NOON)));
            for (int i = 0; i < INPUTS; i++) {
                List<Frame> golden = random.nextInt(4) == 0 ? siblings : device.getValue();
                answer(session, input(random, golden, siblings));
                if (i % 1_000 == 0) {
                    session.tick(NOON.plusSeconds(i));
                }
            }
        }
        System.out.println(driver().getClass().getSimpleName() + ": " + devices.size() + " models, " + INPUTS
                + " inputs each, " + understood + " understood, " + refused + " refused, seed " + SEED);
        assertThat(refused).isPositive();
        assertThat(understood).isPositive();
        assertThat(slowCalls).as("calls over " + LONGEST_CALL).isZero();
    }

    private void answer(Session session, Frame frame) {
        long start = System.nanoTime();
        boolean isRead = session.on(frame).fold(readings -> true, refusal -> false);
        if (System.nanoTime() - start > LONGEST_CALL.toNanos() && isSlow(session, frame)) {
            slowCalls++;
        }
        understood += isRead ? 1 : 0;
        refused += isRead ? 0 : 1;
    }

    /** A pause of the machine is not the driver's fault: the same frame is timed three times more. */
    private static boolean isSlow(Session session, Frame frame) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            session.on(frame);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best > LONGEST_CALL.toNanos();
    }

    private static Frame input(Random random, List<Frame> golden, List<Frame> siblings) {
        Frame base = golden.get(random.nextInt(golden.size()));
        byte[] payload = switch (random.nextInt(6)) {
            case 0 -> flipped(base.payload(), random, 1 + random.nextInt(3));
            case 1 -> Arrays.copyOf(base.payload(), random.nextInt(base.length() + 8));
            case 2 -> spliced(base, siblings.get(random.nextInt(siblings.size())), random);
            case 3 -> extreme(base.payload(), random);
            case 4 -> renumbered(base.payload(), random);
            default -> noise(random);
        };
        Frame frame = Frame.of(payload, NOON).typed(base.mediaType().orElse("")).counted(random.nextInt(3));
        if (base.port().isEmpty()) {
            return frame;
        }
        return frame.onPort(
                random.nextInt(20) == 0 ? random.nextInt(256) : base.port().getAsInt());
    }

    private static byte[] flipped(byte[] payload, Random random, int times) {
        for (int i = 0; i < times && payload.length > 0; i++) {
            payload[random.nextInt(payload.length)] = (byte) random.nextInt();
        }
        return payload;
    }

    private static byte[] extreme(byte[] payload, Random random) {
        byte[] edges = {0, 1, (byte) 0x7f, (byte) 0x80, (byte) 0xff};
        int from = random.nextInt(payload.length + 1);
        int to = Math.min(payload.length, from + 1 + random.nextInt(4));
        for (int at = from; at < to; at++) {
            payload[at] = edges[random.nextInt(edges.length)];
        }
        return payload;
    }

    /** Of a text, some digits; a message of numbers stays one, and they become absurd. */
    private static byte[] renumbered(byte[] payload, Random random) {
        for (int at = 0; at < payload.length; at++) {
            if (payload[at] >= '0' && payload[at] <= '9' && random.nextInt(4) == 0) {
                payload[at] = (byte) ('0' + random.nextInt(10));
            }
        }
        return payload;
    }

    private static byte[] spliced(Frame one, Frame other, Random random) {
        int head = random.nextInt(one.length() + 1);
        int tail = random.nextInt(other.length() + 1);
        byte[] both = Arrays.copyOf(one.payload(), head + other.length() - tail);
        System.arraycopy(other.payload(), tail, both, head, other.length() - tail);
        return both;
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[random.nextInt(LONGEST)];
        random.nextBytes(noise);
        return noise;
    }
}
