package sluice.broker.core.window.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import org.apache.datasketches.hll.HllSketch;
import org.junit.jupiter.api.Test;

/** The published error of HyperLogLog, and the sketch that others use. */
final class HyperLogLogTest {
    /** 1.04 / sqrt(4,096). */
    private static final double STANDARD_ERROR = 1.04 / 64;

    private static final int[] SIZES = {300, 1_000, 5_000, 10_000, 20_000, 100_000, 1_000_000};

    @Test
    void errors_have_the_published_spread_and_no_bias_at_any_size() {
        for (int size : SIZES) {
            int runs = size > 100_000 ? 40 : 200;
            double sum = 0;
            double squares = 0;
            for (int run = 0; run < runs; run++) {
                double error = estimate(size, run) / (double) size - 1;
                sum += error;
                squares += error * error;
            }
            assertThat(Math.sqrt(squares / runs)).as("spread at " + size).isLessThan(1.25 * STANDARD_ERROR);
            assertThat(Math.abs(sum / runs)).as("bias at " + size).isLessThan(4 * STANDARD_ERROR / Math.sqrt(runs));
        }
    }

    /** Three of our standard errors and three of theirs. */
    @Test
    void it_agrees_with_datasketches() {
        for (int size : SIZES) {
            HllSketch theirs = new HllSketch(HyperLogLog.BITS);
            feed(size, 5, theirs::update);
            assertThat(estimate(size, 5) / theirs.getEstimate()).isBetween(0.92, 1.08);
        }
    }

    @Test
    void nothing_is_nothing_and_the_same_again_is_the_same() {
        HyperLogLog sketch = new HyperLogLog();
        assertThat(sketch.estimate()).isZero();
        for (int i = 0; i < 1_000; i++) {
            sketch.add(0x1234_5678_9abc_def0L);
        }
        assertThat(sketch.estimate()).isOne();
    }

    private static long estimate(int size, int run) {
        HyperLogLog sketch = new HyperLogLog();
        feed(size, run, sketch::add);
        return sketch.estimate();
    }

    private static void feed(int size, int run, LongConsumer sketch) {
        SplittableRandom digests = new SplittableRandom(run * 1_000_003L + size);
        for (int i = 0; i < size; i++) {
            sketch.accept(digests.nextLong());
        }
    }
}
