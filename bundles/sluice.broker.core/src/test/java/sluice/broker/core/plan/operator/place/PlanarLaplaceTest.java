package sluice.broker.core.plan.operator.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.map.Earth;
import sluice.broker.core.plan.operator.Applied;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.port.Keys;
import sluice.driver.spi.Point;

/** The distribution of Andrés et al. 2013: density epsilon^2 r e^(-epsilon r) of the distance, uniform direction. */
final class PlanarLaplaceTest {
    private static final int DRAWS = 100_000;
    private static final Point TORONTO = new Point(43.6532, -79.3832);

    /** Critical value of the Kolmogorov-Smirnov statistic at the level 0.1 %. */
    private static final double CRITICAL = 1.95 / Math.sqrt(DRAWS);

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01})
    void distances_have_the_distribution_that_the_paper_gives(double epsilon) {
        double[] metres = drawn(epsilon, TORONTO, PlanarLaplaceTest::metres);
        assertThat(greatestGap(metres, r -> 1 - (1 + epsilon * r) * Math.exp(-epsilon * r)))
                .isLessThan(CRITICAL);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01, 0.1})
    void the_moments_of_the_distance_are_2_and_6_over_powers_of_epsilon(double epsilon) {
        double[] metres = drawn(epsilon, TORONTO, PlanarLaplaceTest::metres);
        assertThat(Arrays.stream(metres).average().orElseThrow()).isCloseTo(2 / epsilon, Percentage.withPercentage(1));
        assertThat(Arrays.stream(metres).map(r -> r * r).average().orElseThrow())
                .isCloseTo(6 / (epsilon * epsilon), Percentage.withPercentage(3));
    }

    @Test
    void every_direction_is_as_likely() {
        double[] bearings = drawn(0.001, TORONTO, PlanarLaplaceTest::bearing);
        assertThat(greatestGap(bearings, bearing -> bearing / (2 * Math.PI))).isLessThan(CRITICAL);
    }

    /** The promise itself, on a line: of two places 100 m apart neither gives any 50 m more than e^(epsilon 100) times as often. */
    @Test
    void two_places_can_not_be_told_apart_better_than_epsilon_allows() {
        double epsilon = 0.01;
        int[] here = histogram(epsilon, TORONTO);
        int[] there = histogram(epsilon, new Point(TORONTO.latitude() + 100 / Earth.METRES_PER_DEGREE, -79.3832));
        double most = Math.exp(epsilon * 100);
        for (int i = 0; i < here.length; i++) {
            double noise = 4 * Math.sqrt(here[i] + there[i] + 1.0);
            assertThat(here[i]).isLessThan((int) (most * there[i] + most * noise));
            assertThat(there[i]).isLessThan((int) (most * here[i] + most * noise));
        }
    }

    @ParameterizedTest
    @CsvSource({"90, 0", "-90, 12", "89.9999, -180", "0, 180", "-16.5, 179.9999", "0, -180", "89.5, 45"})
    void near_a_pole_and_across_the_antimeridian_every_result_is_a_place_at_the_right_distance(
            double latitude, double longitude) {
        Point place = new Point(latitude, longitude);
        double[] metres = drawn(0.001, place, PlanarLaplaceTest::metres);
        assertThat(Arrays.stream(metres).average().orElseThrow()).isCloseTo(2_000, Percentage.withPercentage(1.5));
    }

    /** The last bits of a floating-point sum would tell where it started. */
    @Test
    void results_lie_on_a_grid_of_a_hundred_thousandth_of_a_degree() {
        Applied noise = applied(0.01);
        for (int i = 0; i < 10_000; i++) {
            Point told = noise.to(TORONTO);
            assertThat(told.latitude()).isEqualTo(Math.rint(told.latitude() * 1e5) / 1e5);
            assertThat(told.longitude()).isEqualTo(Math.rint(told.longitude() * 1e5) / 1e5);
        }
    }

    @Test
    void quantiles_are_those_of_the_inverse() {
        assertThat(PlanarLaplace.distance(0, 0.01)).isZero();
        assertThat(PlanarLaplace.distance(0.5, 1)).isCloseTo(1.678346990016661, Offset.offset(1e-12));
        assertThat(PlanarLaplace.distance(0.95, 1)).isCloseTo(4.743864518390562, Offset.offset(1e-12));
        assertThat(PlanarLaplace.distance(Math.nextDown(1.0), 0.0001)).isFinite();
    }

    @Test
    void the_citys_own_noise_is_another_each_time() {
        Applied noise = Applied.named("planar-laplace", "0.01", ValueType.POINT);
        assertThat(noise.to(TORONTO)).isNotEqualTo(noise.to(TORONTO));
    }

    private interface Measure {
        double of(Point from, Point to);
    }

    private static double[] drawn(double epsilon, Point place, Measure measure) {
        Applied noise = applied(epsilon);
        double[] drawn = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            drawn[i] = measure.of(place, noise.to(place));
        }
        return drawn;
    }

    private static int[] histogram(double epsilon, Point place) {
        Applied noise = applied(epsilon);
        int[] counts = new int[40];
        for (int i = 0; i < DRAWS; i++) {
            double north = (noise.to(place).latitude() - TORONTO.latitude()) * Earth.METRES_PER_DEGREE;
            int bin = (int) Math.floor(north / 50) + counts.length / 2;
            counts[Math.max(0, Math.min(counts.length - 1, bin))]++;
        }
        return counts;
    }

    private static Applied applied(double epsilon) {
        SplittableRandom random = new SplittableRandom(9);
        return Applied.named(
                new Operators(random::nextDouble, Keys.NONE),
                "planar-laplace",
                Double.toString(epsilon),
                ValueType.POINT);
    }

    private static double greatestGap(double[] drawn, DoubleUnaryOperator distribution) {
        double[] sorted = drawn.clone();
        Arrays.sort(sorted);
        double gap = 0;
        for (int i = 0; i < sorted.length; i++) {
            double expected = distribution.applyAsDouble(sorted[i]);
            gap = Math.max(gap, Math.max(expected - (double) i / DRAWS, (i + 1.0) / DRAWS - expected));
        }
        return gap;
    }

    /** The haversine formula. */
    private static double metres(Point from, Point to) {
        double north = Math.sin(Math.toRadians(to.latitude() - from.latitude()) / 2);
        double east = Math.sin(Math.toRadians(to.longitude() - from.longitude()) / 2);
        double chord = north * north
                + Math.cos(Math.toRadians(from.latitude())) * Math.cos(Math.toRadians(to.latitude())) * east * east;
        return 2 * Earth.RADIUS_METRES * Math.asin(Math.sqrt(Math.min(1, chord)));
    }

    private static double bearing(Point from, Point to) {
        double east = (to.longitude() - from.longitude()) * Math.cos(Math.toRadians(from.latitude()));
        double bearing = Math.atan2(east, to.latitude() - from.latitude());
        return bearing < 0 ? bearing + 2 * Math.PI : bearing;
    }
}
