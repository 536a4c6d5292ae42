package sluice.broker.core.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 100,000 draws with fixed seeds against theory. Thresholds leave one chance in a million to a sound sampler, and the seeds took none. */
final class NoiseSourceTest {
    /** Of the Kolmogorov distribution, P = 1e-6: sqrt(ln(2e6) / 2). */
    private static final double KS_LIMIT = 2.694 / Math.sqrt(Draws.MANY);

    /** Of the standard normal distribution, two-sided P = 1e-6. */
    private static final double DEVIATIONS = 4.892;

    @ParameterizedTest
    @CsvSource({"1, 10", "1, 2", "2, 1", "10, 1", "7, 3", "1000, 1", "1000000, 37"})
    void discrete_laplace_has_the_distribution_of_theory(long t, long s) {
        NoiseSource source = Draws.seeded(20_26);
        Draws draws = Draws.of(() -> source.laplace(Ratio.of(t, s)));
        double ratio = Math.exp(-(double) s / t);
        double variance = 2 * ratio / ((1 - ratio) * (1 - ratio));
        assertThat(draws.mean()).isCloseTo(0, within(DEVIATIONS * Math.sqrt(variance / Draws.MANY)));
        // the fourth moment of a Laplace distribution is six times the variance's square, of a discrete one more
        double kurtosis = 6 + 1 / variance;
        assertThat(draws.variance() / variance)
                .isCloseTo(1, within(DEVIATIONS * Math.sqrt((kurtosis - 1) / Draws.MANY)));
        assertThat(draws.distanceTo(laplaceAtMost(ratio))).isLessThan(KS_LIMIT);
    }

    private static DoubleUnaryOperator laplaceAtMost(double ratio) {
        return x -> x < 0 ? Math.pow(ratio, -x) / (1 + ratio) : 1 - Math.pow(ratio, x + 1) / (1 + ratio);
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "1, 2", "1, 1", "5, 2", "100, 1", "1000000, 1", "123456789, 1000"})
    void discrete_gaussian_has_the_distribution_of_theory(long p, long q) {
        NoiseSource source = Draws.seeded(20_27);
        Draws draws = Draws.of(() -> source.gaussian(Ratio.of(p, q)));
        Gaussian gaussian = new Gaussian((double) p / q);
        double variance = gaussian.moment(2);
        double kurtosis = gaussian.moment(4) / (variance * variance);
        assertThat(draws.mean()).isCloseTo(0, within(DEVIATIONS * Math.sqrt(variance / Draws.MANY)));
        assertThat(draws.variance() / variance)
                .isCloseTo(1, within(DEVIATIONS * Math.sqrt((kurtosis - 1) / Draws.MANY)));
        assertThat(draws.distanceTo(gaussian::atMost)).isLessThan(KS_LIMIT);
    }

    /** The probabilities, summed naively. */
    private static final class Gaussian {
        private final double[] weights;
        private final int reach;
        private final double total;

        Gaussian(double parameter) {
            reach = (int) Math.ceil(12 * Math.sqrt(parameter)) + 2;
            weights = new double[2 * reach + 1];
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Math.exp(-Math.pow(i - reach, 2) / (2 * parameter));
                sum += weights[i];
            }
            total = sum;
            for (int i = 1; i < weights.length; i++) {
                weights[i] += weights[i - 1];
            }
        }

        double atMost(double x) {
            int index = (int) Math.max(-1, Math.min(weights.length - 1, x + reach));
            return index < 0 ? 0 : weights[index] / total;
        }

        double moment(int power) {
            double moment = 0;
            for (int x = -reach; x <= reach; x++) {
                moment += Math.pow(x, power) * (atMost(x) - atMost(x - 1));
            }
            return moment;
        }
    }

    /** Cell by cell, where a KS test is blind: a sampler that doubled zero would pass that one by little. */
    @Test
    void every_small_value_of_discrete_laplace_comes_as_often_as_it_should() {
        NoiseSource source = Draws.seeded(4);
        Draws draws = Draws.of(() -> source.laplace(Ratio.of(2, 1)));
        double ratio = Math.exp(-0.5);
        double chiSquare = 0;
        for (int x = -8; x <= 8; x++) {
            double expected = Draws.MANY * (1 - ratio) / (1 + ratio) * Math.pow(ratio, Math.abs(x));
            chiSquare += Math.pow(draws.count(x, x) - expected, 2) / expected;
        }
        // 17 cells and a tail that is left out: at most 17 degrees of freedom, of which P = 1e-6 is 62
        assertThat(chiSquare).isLessThan(62);
    }

    /** A sampler of another scale must fail, or the tests above say nothing. */
    @Test
    void a_scale_that_is_five_percent_too_small_is_seen() {
        NoiseSource source = Draws.seeded(5);
        Draws draws = Draws.of(() -> source.laplace(Ratio.of(95, 10)));
        assertThat(draws.distanceTo(laplaceAtMost(Math.exp(-0.1)))).isGreaterThan(KS_LIMIT);
    }

    @Test
    void a_coin_below_a_bound_is_even_and_stays_below() {
        ExactCoin coin = new ExactCoin(new SplittableRandom(6)::nextLong);
        BigInteger bound = BigInteger.TWO.pow(70).add(BigInteger.ONE);
        Draws draws = Draws.of(() -> coin.below(bound).shiftRight(10).longValueExact());
        assertThat(draws.count(0, Math.pow(2, 60))).isEqualTo(Draws.MANY);
        assertThat(draws.mean() / Math.pow(2, 59)).isCloseTo(1, within(DEVIATIONS / Math.sqrt(3.0 * Draws.MANY)));
    }
}
