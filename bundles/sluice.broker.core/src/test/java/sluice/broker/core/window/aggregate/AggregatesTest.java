package sluice.broker.core.window.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.shape.Slots;

/** What aggregates tell, and what they keep to themselves. */
final class AggregatesTest {
    private static final Protection CROWD = new Protection(11, 1, 1, true);
    private static final Protection OPEN = new Protection(1, 1, 1, false);

    @Test
    void a_number_of_those_that_have_a_value_is_not_told_where_few_have_none() {
        assertThat(CROWD.allows(20, 20)).isTrue();
        assertThat(CROWD.allows(20, 21)).isFalse();
        assertThat(CROWD.allows(20, 31)).isTrue();
        assertThat(CROWD.allows(10, 10)).isFalse();
        assertThat(OPEN.allows(1, 2)).isTrue();
        assertThat(OPEN.allows(0, 2)).isFalse();
    }

    @Test
    void quantiles_are_never_further_than_half_a_step_from_the_true_one() {
        SplittableRandom random = new SplittableRandom(3);
        for (int run = 0; run < 200; run++) {
            int size = 11 + random.nextInt(2_000);
            double share = 0.05 + 0.9 * random.nextDouble();
            Quantile quantile = new Quantile(OPEN, new Steps(0, 0.5, 100, false), share);
            double[] values = new double[size];
            for (int i = 0; i < size; i++) {
                values[i] = 50 * Math.pow(random.nextDouble(), 3);
                quantile.add(number(values[i]), 0);
            }
            Arrays.sort(values);
            assertThat(told(quantile, size).getDouble(0))
                    .isCloseTo(values[(int) Math.ceil(share * size) - 1], within(0.25));
        }
    }

    /** The 99th percentile of a hundred is one person's value. */
    @Test
    void a_quantile_with_few_on_one_side_is_absent() {
        Quantile quantile = new Quantile(CROWD, new Steps(0, 1, 100, true), 0.99);
        for (int i = 0; i < 100; i++) {
            quantile.add(whole(i), 0);
        }
        assertThat(told(quantile, 100).has(0)).isFalse();
    }

    @Test
    void bars_hide_few_and_what_the_total_would_tell() {
        Bars bars = new Bars(CROWD, new Steps(0, 10, 4, true), new SplittableRandom(1));
        for (int i = 0; i < 70; i++) {
            bars.add(whole(i < 3 ? 5 : i < 30 ? 15 : 25), 0);
        }
        List<?> told = told(bars, 70).getList(0);

        assertThat(told.get(0)).isEqualTo(0L);
        assertThat(told.get(3)).isEqualTo(0L);
        assertThat(List.of(told.get(1), told.get(2))).containsAnyOf(27L, 40L).contains(0L);
    }

    @Test
    void sums_of_whole_numbers_are_exact_or_absent() {
        Summing sum = new Summing(OPEN, true, false);
        sum.add(whole(Long.MAX_VALUE), 0);
        assertThat(told(sum, 1).getLong(0)).isEqualTo(Long.MAX_VALUE);
        sum.add(whole(1), 0);
        sum.add(whole(-2), 0);
        assertThat(told(sum, 3).has(0)).isFalse();
    }

    @Test
    void sums_do_not_depend_on_the_order() {
        Summing one = new Summing(OPEN, false, false);
        Summing other = new Summing(OPEN, false, false);
        double[] values = {1e16, 1, -1e16, 3, 1e-9};
        for (int i = 0; i < values.length; i++) {
            one.add(number(values[i]), 0);
            other.add(number(values[values.length - 1 - i]), 0);
        }
        assertThat(told(one, 5).getDouble(0))
                .isEqualTo(4.000000001)
                .isEqualTo(told(other, 5).getDouble(0));
    }

    @Test
    void distinct_is_exact_up_to_256_and_then_an_estimate() {
        Distinct distinct = new Distinct(OPEN, Digests.fresh(), ValueType.TEXT);
        for (int i = 0; i < 100_000; i++) {
            Slots slots = new Slots(1);
            slots.setObject(0, "value-" + i);
            distinct.add(slots, 0);
            if (i < Distinct.EXACT) {
                assertThat(told(distinct, i + 1).getLong(0)).isEqualTo(i + 1);
            }
        }
        assertThat(told(distinct, 100_000).getLong(0)).isBetween(92_000L, 108_000L);
    }

    @Test
    void a_text_of_few_is_not_among_the_top() {
        TopValues top = new TopValues(CROWD, 3);
        for (int i = 0; i < 60; i++) {
            Slots slots = new Slots(1);
            slots.setObject(0, i < 12 ? "b" : i < 22 ? "few" : "a");
            top.add(slots, 0);
        }
        assertThat(told(top, 60).getList(0)).isEqualTo(List.of("a", "b"));
    }

    private static Slots told(Aggregate aggregate, long subjects) {
        Slots to = new Slots(1);
        aggregate.tell(subjects, to, 0);
        return to;
    }

    private static Slots number(double value) {
        Slots slots = new Slots(1);
        slots.setDouble(0, value);
        return slots;
    }

    private static Slots whole(long value) {
        Slots slots = new Slots(1);
        slots.setLong(0, value);
        return slots;
    }
}
