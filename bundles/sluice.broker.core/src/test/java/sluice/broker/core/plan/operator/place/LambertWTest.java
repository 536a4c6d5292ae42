package sluice.broker.core.plan.operator.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LambertWTest {
    /** Computed with mpmath 1.3.0 to 30 digits. */
    @ParameterizedTest
    @CsvSource({
        "-0.1, -3.577152063957297",
        "-0.2, -2.5426413577735265",
        "-0.3, -1.7813370234216277",
        "-0.01, -6.472775124394005",
        "-0.36, -1.2227701339785062",
        "-0.3678, -1.0209272394094255",
        "-1e-5, -14.163600815810183",
        "-1e-100, -235.72115887568532",
        "-1e-300, -697.3227762954601",
    })
    void the_lower_branch_has_its_known_values(double x, double w) {
        assertThat(LambertW.minusOne(x)).isCloseTo(w, Percentage.withPercentage(1e-10));
    }

    @Test
    void it_undoes_w_times_e_to_the_w() {
        for (double w = -1.0001; w > -700; w *= 1.001) {
            double x = w * Math.exp(w);
            // near -1 the function is steep: an error of x of one unit in the last place is one of w of its square root
            assertThat(LambertW.minusOne(x)).isCloseTo(w, Offset.offset(1e-12 * -w + 1e-15 / (-w - 1)));
        }
    }

    @Test
    void its_end_is_at_minus_one_over_e() {
        assertThat(LambertW.minusOne(-1 / Math.E)).isEqualTo(-1);
        assertThat(LambertW.minusOne(Math.nextUp(-1 / Math.E))).isCloseTo(-1, Offset.offset(1e-7));
        assertThat(LambertW.minusOne(-Double.MIN_VALUE)).isFinite().isLessThan(-740);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, Double.NaN, Double.NEGATIVE_INFINITY})
    void elsewhere_there_is_none(double x) {
        assertThat(LambertW.minusOne(x)).isNaN();
    }
}
