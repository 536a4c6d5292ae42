package sluice.broker.core.plan.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.broker.core.model.ValueType;

/** {@code clamp}, {@code boolean} and {@code constant}; what moves numbers onto a grid has {@link OnGridTest}. */
final class NumberTest {
    private static final int INPUTS = 20_000;

    private final SplittableRandom random = new SplittableRandom(6);

    @Test
    void a_clamped_number_lies_between_the_bounds_and_is_itself_inside() {
        Applied doubles = Applied.named("clamp", "{atLeast: -2.5, atMost: 7}", ValueType.DOUBLE);
        Applied longs = Applied.named("clamp", "{atLeast: -2, atMost: 7}", ValueType.LONG);
        for (int i = 0; i < INPUTS; i++) {
            double value = random.nextDouble(-20, 20);
            long whole = random.nextLong(-20, 20);

            assertThat(doubles.to(value)).isEqualTo(value < -2.5 ? -2.5 : value > 7 ? 7 : value);
            assertThat(doubles.to(doubles.to(value))).isEqualTo(doubles.to(value));
            assertThat(longs.to(whole)).isEqualTo(whole < -2 ? -2 : whole > 7 ? 7 : whole);
        }
    }

    @Test
    void a_bound_that_is_left_out_bounds_nothing() {
        assertThat(Applied.named("clamp", "{atMost: 5}", ValueType.LONG).to(Long.MIN_VALUE))
                .isEqualTo(Long.MIN_VALUE);
        assertThat(Applied.named("clamp", "{atLeast: 5}", ValueType.LONG).to(Long.MAX_VALUE))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(Applied.named("clamp", "{atLeast: 5}", ValueType.DOUBLE).to(Double.MAX_VALUE))
                .isEqualTo(Double.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({
        "50, 50, true",
        "50, 49, false",
        "2.5, 2, false",
        "2.5, 3, true",
        "-2.5, -2, true",
        "-2.5, -3, false",
        "1e300, 9223372036854775807, false",
        "9223372036854775808, 9223372036854775807, false",
        "-1e300, -9223372036854775808, true",
    })
    void a_whole_number_is_compared_exactly_with_a_broken_threshold(String threshold, long value, boolean isAtLeast) {
        assertThat(Applied.named("boolean", threshold, ValueType.LONG).isTrue(value))
                .isEqualTo(isAtLeast);
    }

    @Test
    void a_truth_value_is_false_below_the_threshold_and_true_from_it_on() {
        Applied warm = Applied.named("boolean", "21.5", ValueType.DOUBLE);
        assertThat(warm.isTrue(21.5)).isTrue();
        assertThat(warm.isTrue(Math.nextDown(21.5))).isFalse();
        assertThat(warm.isTrue(-Double.MAX_VALUE)).isFalse();
        assertThat(Applied.named("boolean", "0", ValueType.DOUBLE).isTrue(-0.0)).isTrue();
    }

    @Test
    void a_constant_is_the_same_whatever_the_value() {
        assertThat(Applied.named("constant", "city", ValueType.TEXT).to("ABCD123"))
                .isEqualTo("city");
        assertThat(Applied.named("constant", "7", ValueType.LONG).to(3L)).isEqualTo(7);
        assertThat(Applied.named("constant", "9223372036854775807", ValueType.LONG)
                        .to(3L))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(Applied.named("constant", "0.25", ValueType.DOUBLE).to(3.0)).isEqualTo(0.25);
        assertThat(Applied.named("constant", "true", ValueType.BOOLEAN).isTrue(0L))
                .isTrue();
    }
}
