package sluice.broker.core.plan.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.broker.core.model.ValueType;

final class OnGridTest {
    private static final int INPUTS = 20_000;

    private final SplittableRandom random = new SplittableRandom(1);

    @ParameterizedTest
    @CsvSource({
        "round, 0.1, 0.25, 0.2",
        "round, 0.1, 0.35, 0.4",
        "round, 0.05, 0.12, 0.1",
        "round, 0.05, 0.13, 0.15",
        "round, 10, 14.9, 10",
        "round, 0.29, 0.6, 0.58",
        "round, 1, -1.4, -1",
        "bucket, 0.1, 0.3, 0.3",
        "bucket, 0.1, 0.7, 0.7",
        "bucket, 0.1, 0.6999, 0.6",
        "bucket, 0.05, 0.15, 0.15",
        "bucket, 0.05, 0.1499, 0.1",
        "bucket, 0.29, 0.87, 0.87",
        "bucket, 0.1, 1234567.3, 1234567.3",
        "bucket, 25, -1, -25",
    })
    void decimals_come_out_as_they_are_written(String operator, String step, double value, double expected) {
        assertThat(Applied.named(operator, step, ValueType.DOUBLE).to(value)).isCloseTo(expected, within(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.05", "0.01", "0.001", "0.2", "0.25", "1", "5", "10", "100"})
    void every_line_of_a_decimal_grid_is_the_double_nearest_to_it_and_lies_in_its_own_bucket(String step) {
        Applied bucket = Applied.named("bucket", step, ValueType.DOUBLE);
        Applied round = Applied.named("round", step, ValueType.DOUBLE);
        for (int i = 0; i < INPUTS; i++) {
            long number = random.nextLong(-1_000_000_000, 1_000_000_000);
            double line =
                    new BigDecimal(step).multiply(BigDecimal.valueOf(number)).doubleValue();

            assertThat(bucket.to(line)).isEqualTo(line);
            assertThat(round.to(line)).isEqualTo(line);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.05", "0.29", "0.3", "0.7", "3", "10", "12.5", "1000"})
    void a_rounded_double_is_at_most_half_a_step_away(String step) {
        Applied round = Applied.named("round", step, ValueType.DOUBLE);
        double half = Double.parseDouble(step) / 2;
        for (int i = 0; i < INPUTS; i++) {
            double value = wide();
            double rounded = round.to(value);

            assertThat(Math.abs(rounded - value)).isLessThanOrEqualTo(half + within(value).value);
            assertThat(round.to(rounded)).isCloseTo(rounded, within(rounded));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.05", "0.29", "0.3", "0.7", "3", "10", "12.5", "1000"})
    void a_bucket_holds_its_double_and_is_one_step_wide(String step) {
        Applied bucket = Applied.named("bucket", step, ValueType.DOUBLE);
        double width = Double.parseDouble(step);
        double slack = width * 1e-9;
        for (int i = 0; i < INPUTS; i++) {
            double value = wide();
            double edge = bucket.to(value);

            assertThat(edge).isLessThanOrEqualTo(value + slack + within(value).value);
            assertThat(value - edge).isLessThan(width + within(value).value);
            assertThat(bucket.to(edge)).isCloseTo(edge, within(edge));
        }
    }

    @Test
    void what_lies_between_two_lines_is_the_same_for_both_ends_of_the_bucket() {
        Applied bucket = Applied.named("bucket", "0.05", ValueType.DOUBLE);
        for (int i = 0; i < INPUTS; i++) {
            BigDecimal value = BigDecimal.valueOf(random.nextLong(-1_000_000, 1_000_000), 4);
            BigDecimal number = value.divide(new BigDecimal("0.05"), 0, RoundingMode.FLOOR);

            assertThat(bucket.to(value.doubleValue()))
                    .isEqualTo(number.multiply(new BigDecimal("0.05")).doubleValue());
        }
    }

    /** 0.3 rounded to -0.0 or 0.0 would tell on which side of nought it was. */
    @Test
    void nought_has_no_sign() {
        assertThat(Double.doubleToRawLongBits(
                        Applied.named("round", "1", ValueType.DOUBLE).to(-0.3)))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {Double.MAX_VALUE, -Double.MAX_VALUE, 1e300, 0x1p53 + 2, Double.MIN_VALUE, -Double.MIN_VALUE})
    void no_finite_double_becomes_infinite(double value) {
        for (String step : new String[] {"0.001", "0.3", "1e-300", "7", "1e300"}) {
            assertThat(Applied.named("round", step, ValueType.DOUBLE).to(value)).isFinite();
            assertThat(Applied.named("bucket", step, ValueType.DOUBLE).to(value))
                    .isFinite();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 10, 900, 1_000_003, 4_000_000_000_000_000_000L})
    void longs_keep_their_bounds_everywhere_and_near_their_ends(long step) {
        Applied round = Applied.named("round", Long.toString(step), ValueType.LONG);
        Applied bucket = Applied.named("bucket", Long.toString(step), ValueType.LONG);
        for (int i = 0; i < INPUTS; i++) {
            long value = anyLong();
            long edge = bucket.to(value);
            long line = round.to(value);

            assertThat(edge).isLessThanOrEqualTo(value);
            assertThat(value - edge).isBetween(0L, step - 1);
            assertThat(bucket.to(edge)).isEqualTo(edge);
            assertThat(round.to(line)).isEqualTo(line);
            assertThat(distance(line, value)).isLessThan(step);
        }
    }

    @Test
    void a_long_in_the_middle_is_rounded_to_the_nearest_and_halves_go_up() {
        Applied round = Applied.named("round", "10", ValueType.LONG);
        assertThat(round.to(14L)).isEqualTo(10);
        assertThat(round.to(15L)).isEqualTo(20);
        assertThat(round.to(-15L)).isEqualTo(-10);
        assertThat(round.to(-16L)).isEqualTo(-20);
    }

    @Test
    void beyond_the_last_line_that_a_long_can_hold_there_is_none() {
        Applied round = Applied.named("round", "10", ValueType.LONG);
        assertThat(round.to(Long.MAX_VALUE)).isEqualTo(9_223_372_036_854_775_800L);
        assertThat(round.to(Long.MIN_VALUE + 5)).isEqualTo(-9_223_372_036_854_775_800L);
        assertThat(Applied.named("bucket", "10", ValueType.LONG).to(Long.MIN_VALUE + 5))
                .isEqualTo(Long.MIN_VALUE);
    }

    private static long distance(long one, long other) {
        return Math.abs(one - other);
    }

    /** Doubles of all usual magnitudes, both signs. */
    private double wide() {
        return (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-3, 9));
    }

    /** Any long, every other one within 2,000 of an end or of nought. */
    private long anyLong() {
        long near = random.nextLong(0, 2_000);
        return switch (random.nextInt(6)) {
            case 0 -> Long.MAX_VALUE - near;
            case 1 -> Long.MIN_VALUE + near;
            case 2 -> near - 1_000;
            default -> random.nextLong();
        };
    }

    /** A few units in the last place: what is left of decimals in binary. */
    private static Offset<Double> within(double value) {
        return Offset.offset(4 * Math.ulp(value));
    }
}
