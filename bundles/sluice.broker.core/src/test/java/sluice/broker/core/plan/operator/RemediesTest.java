package sluice.broker.core.plan.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Coarseness;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Limits;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Value;

/** What is proposed to the author of a policy whose output is above the ceiling: no finer than it has to be, and no coarser. */
final class RemediesTest {
    @ParameterizedTest
    @CsvSource({
        "round, DOUBLE, 0.5, 0.5",
        "bucket, LONG, 100, 100",
        "round-time, INSTANT, 900, PT15M",
        "round-time, INSTANT, 899.5, PT15M",
        "round-time, DURATION, 86400, PT24H",
        "cell, POINT, 250, 250",
        "cell, POINT, 249.1, 250",
        "cell, POINT, 0.2, 1",
        "cell, POINT, 1000000, 1000000",
        "geohash, POINT, 500, 5",
        "geohash, POINT, 0.001, 12",
    })
    void the_coarseness_that_the_catalogue_asks_for_is_proposed(
            String operator, ValueType type, double coarse, String argument) {
        assertThat(remedies(operator, type, coarse)).containsExactly(argument);
    }

    @ParameterizedTest
    @CsvSource({
        "round-time, INSTANT, 86400.5",
        "cell, POINT, 1000000.5",
        "geohash, POINT, 100000000",
        "time-part, INSTANT, 100000000",
    })
    void what_no_argument_makes_coarse_enough_is_not_proposed(String operator, ValueType type, double coarse) {
        assertThat(remedies(operator, type, coarse)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 250, 125", "-40, 60, 10", "1, 2, 1.5"})
    void a_threshold_is_proposed_in_the_middle_of_the_range(double least, double greatest, String middle) {
        Value value =
                Applied.value(ValueType.DOUBLE, Label.INDIRECT, new Coarseness(1), new Limits(least, greatest, 1));

        assertThat(shown("boolean", value)).containsExactly(middle);
        assertThat(remedies("boolean", ValueType.DOUBLE, 1)).isEmpty();
    }

    @Test
    void of_the_parts_of_a_time_those_that_stay_the_same_for_long_enough_are_proposed() {
        assertThat(remedies("time-part", ValueType.INSTANT, 86_400))
                .isNotEmpty()
                .allMatch(argument -> argument.contains("zone: UTC"))
                .noneMatch(argument -> argument.contains("minute") || argument.contains("hour"))
                .anyMatch(argument -> argument.contains("year"));
        assertThat(remedies("time-part", ValueType.INSTANT, 60))
                .hasSizeGreaterThan(
                        remedies("time-part", ValueType.INSTANT, 3_600).size());
    }

    @Test
    void a_field_that_is_never_coarse_enough_has_no_remedy_on_a_grid() {
        Value never = Applied.value(ValueType.DOUBLE, Label.INDIRECT, Coarseness.NEVER);

        assertThat(shown("round", never)).isEmpty();
        assertThat(shown("cell", Applied.value(ValueType.POINT, Label.INDIRECT, Coarseness.NEVER)))
                .isEmpty();
    }

    @Test
    void the_words_for_whole_records_are_known() {
        assertThat(new Operators().screenNames()).containsExactly("filter", "rate-limit", "sample");
    }

    private static List<String> remedies(String operator, ValueType type, double coarse) {
        return shown(operator, Applied.value(type, Label.INDIRECT, new Coarseness(coarse)));
    }

    private static List<String> shown(String operator, Value value) {
        return new Operators()
                .named(operator).orElseThrow().remedies(value).stream()
                        .map(Argument::toString)
                        .toList();
    }
}
