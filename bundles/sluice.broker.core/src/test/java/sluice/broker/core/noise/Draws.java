package sluice.broker.core.noise;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongSupplier;

/** Many draws of one distribution, and how far they are from what they should be. */
final class Draws {
    static final int MANY = 100_000;

    private final double[] sorted;

    private Draws(double[] values) {
        this.sorted = values;
        Arrays.sort(sorted);
    }

    static NoiseSource seeded(long seed) {
        return new NoiseSource(new SplittableRandom(seed)::nextLong);
    }

    static Draws of(LongSupplier noise) {
        double[] values = new double[MANY];
        Arrays.setAll(values, i -> noise.getAsLong());
        return new Draws(values);
    }

    /** Each value over a scale. */
    Draws over(double scale) {
        return new Draws(Arrays.stream(sorted).map(value -> value / scale).toArray());
    }

    double mean() {
        return Arrays.stream(sorted).average().orElseThrow();
    }

    double variance() {
        double mean = mean();
        return Arrays.stream(sorted)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
    }

    long count(double least, double most) {
        return Arrays.stream(sorted)
                .filter(value -> value >= least && value <= most)
                .count();
    }

    /** Kolmogorov-Smirnov distance to the distribution of whole numbers, looked at where they are. */
    double distanceTo(DoubleUnaryOperator atMost) {
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            boolean isLastOfValue = i + 1 == sorted.length || sorted[i + 1] > sorted[i];
            double share = (i + 1.0) / sorted.length;
            distance = isLastOfValue ? Math.max(distance, Math.abs(share - atMost.applyAsDouble(sorted[i]))) : distance;
        }
        return distance;
    }

    /** Kolmogorov-Smirnov distance of two samples. */
    double distanceTo(Draws other) {
        double distance = 0;
        int k = 0;
        for (int i = 0; i < sorted.length; i++) {
            while (k < other.sorted.length && other.sorted[k] <= sorted[i]) {
                k++;
            }
            boolean isLastOfValue = i + 1 == sorted.length || sorted[i + 1] > sorted[i];
            double gap = Math.abs((i + 1.0) / sorted.length - (double) k / other.sorted.length);
            distance = isLastOfValue ? Math.max(distance, gap) : distance;
        }
        return distance;
    }
}
