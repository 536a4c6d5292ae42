package sluice.broker.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class HistogramTest {
    private final SplittableRandom random = new SplittableRandom(6);

    @Test
    void a_quantile_is_never_too_low_and_at_most_an_eighth_too_high() {
        for (int round = 0; round < 200; round++) {
            long[] nanos = random.longs(1 + random.nextInt(300))
                    .map(any -> any >>> 2 + random.nextInt(62))
                    .toArray();
            Histogram histogram = new Histogram();
            Arrays.stream(nanos).forEach(histogram::record);
            Arrays.sort(nanos);
            for (double quantile : new double[] {0.01, 0.5, 0.9, 0.99, 1}) {
                long exact = nanos[(int) Math.ceil(nanos.length * quantile) - 1];

                assertThat(histogram.quantile(quantile)).isBetween(exact, exact + exact / 8 + 1);
            }
        }
    }

    @Test
    void nothing_recorded_is_nought() {
        assertThat(new Histogram().quantile(0.99)).isZero();
    }

    /** A ticker may step back between two cores; a duration can not. */
    @Test
    void a_negative_duration_counts_as_none() {
        Histogram histogram = new Histogram();
        histogram.record(-5);
        assertThat(histogram.quantile(1)).isZero();
    }

    @Test
    void the_longest_duration_of_all_has_a_bound_too() {
        Histogram histogram = new Histogram();
        histogram.record(Long.MAX_VALUE);
        assertThat(histogram.quantile(1)).isPositive();
    }
}
