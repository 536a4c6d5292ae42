package sluice.broker.core.noise;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.privacy.differentialprivacy.BoundedMean;
import com.google.privacy.differentialprivacy.BoundedSum;
import com.google.privacy.differentialprivacy.GaussianNoise;
import com.google.privacy.differentialprivacy.LaplaceNoise;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.broker.core.model.PrivacyLoss;

/**
 * The same distribution as Google's library for differential privacy has, whose noise is from an implementation of its own. That library can
 * not be seeded, so that the threshold leaves a sound one a chance of one in a billion: sqrt(ln(2e9) / 2) sqrt(2 / n).
 */
final class AgainstGoogleTest {
    private static final double KS_LIMIT = 3.273 * Math.sqrt(2.0 / Draws.MANY);

    @ParameterizedTest
    @CsvSource({"0.1, 1", "1, 50", "0.05, 3"})
    void laplace_noise_is_theirs(String epsilon, int sensitivity) {
        NoiseSource source = Draws.seeded(7);
        Mechanism ours = new Mechanism.Laplace(PrivacyLoss.of(epsilon, "0"));
        LaplaceNoise theirs = new LaplaceNoise();
        Draws own = Draws.of(() -> ours.draw(sensitivity, source));
        Draws other = Draws.of(() -> theirs.addNoise(0L, 1, sensitivity, Double.parseDouble(epsilon), null));
        assertThat(own.distanceTo(other)).isLessThan(KS_LIMIT);
    }

    /** Theirs finds the least variance for epsilon and delta; ours goes by concentrated privacy, which never takes less. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.000001, 10", "1, 0.00001, 20"})
    void gaussian_noise_is_theirs_but_for_a_variance_on_the_safe_side(String epsilon, String delta, int sensitivity) {
        NoiseSource source = Draws.seeded(8);
        Mechanism ours = new Mechanism.Gaussian(PrivacyLoss.of(epsilon, delta));
        GaussianNoise theirs = new GaussianNoise();
        Draws own = Draws.of(() -> ours.draw(sensitivity, source));
        Draws other = Draws.of(
                () -> theirs.addNoise(0L, 1, sensitivity, Double.parseDouble(epsilon), Double.parseDouble(delta)));
        assertThat(own.variance() / other.variance()).isBetween(1.0, 2.0);
        assertThat(own.over(Math.sqrt(own.variance())).distanceTo(other.over(Math.sqrt(other.variance()))))
                .isLessThan(KS_LIMIT);
    }

    /** Twenty readings of 10 to 29 in bounds of 0 to 50, by both: sums and means a thousand times a unit, so that both are whole. */
    @Test
    void sums_and_means_of_the_same_readings_are_theirs() {
        double[] readings = new double[20];
        Arrays.setAll(readings, i -> 10 + i);
        Clamp clamp = Clamp.of(0, 50, 0.001);
        long grains = Arrays.stream(readings).mapToLong(clamp::grains).sum();
        Mechanism mechanism = new Mechanism.Laplace(PrivacyLoss.of("2", "0"));
        NoisySum sum = new NoisySum(Draws.seeded(9), mechanism, clamp, 1);
        NoisyMean mean = new NoisyMean(Draws.seeded(10), mechanism, clamp, 1);
        assertThat(Draws.of(() -> thousands(sum.release(grains, Accounts.RICH, Accounts.NOON)))
                        .distanceTo(Draws.of(() -> Math.round(1000 * sumOf(readings)))))
                .isLessThan(KS_LIMIT);
        assertThat(Draws.of(() -> thousands(mean.release(grains, readings.length, Accounts.RICH, Accounts.NOON)))
                        .distanceTo(Draws.of(() -> Math.round(1000 * meanOf(readings)))))
                .isLessThan(2 * KS_LIMIT);
    }

    private static long thousands(Told told) {
        return Math.round(1000 * ((Told.Number) told).value());
    }

    private static double sumOf(double[] readings) {
        BoundedSum sum = BoundedSum.builder()
                .epsilon(2)
                .lower(0)
                .upper(50)
                .noise(new LaplaceNoise())
                .maxPartitionsContributed(1)
                .build();
        Arrays.stream(readings).forEach(sum::addEntry);
        return sum.computeResult();
    }

    private static double meanOf(double[] readings) {
        BoundedMean mean = BoundedMean.builder()
                .epsilon(2)
                .lower(0)
                .upper(50)
                .noise(new LaplaceNoise())
                .maxPartitionsContributed(1)
                .maxContributionsPerPartition(1)
                .build();
        Arrays.stream(readings).forEach(mean::addEntry);
        return mean.computeResult();
    }
}
