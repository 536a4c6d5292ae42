package sluice.broker.core.plan.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.broker.core.model.Coarseness;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.ValueType;

/** What operators take, and what they do to a label. */
final class OperatorLabelTest {
    private static final Map<String, List<String>> ARGUMENTS = Map.of(
            "keep", List.of(""),
            "round", List.of("1", "1e300"),
            "bucket", List.of("1", "1e300"),
            "cell", List.of("1", "1000000"),
            "round-time", List.of("PT1S", "P1D"));

    @Test
    void every_operator_is_tried_here() {
        assertThat(new Operators().names()).containsExactlyInAnyOrderElementsOf(ARGUMENTS.keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "INDIRECT, round, DOUBLE, 10, 10, DEIDENTIFIED",
        "INDIRECT, round, DOUBLE, 9.9, 10, INDIRECT",
        "INDIRECT, bucket, LONG, 11, 10, DEIDENTIFIED",
        "INDIRECT, cell, POINT, 500, 500, DEIDENTIFIED",
        "INDIRECT, cell, POINT, 499, 500, INDIRECT",
        "INDIRECT, round-time, INSTANT, PT15M, 900, DEIDENTIFIED",
        "INDIRECT, round-time, INSTANT, PT14M59S, 900, INDIRECT",
        "INDIRECT, keep, TEXT, '', 1e-300, INDIRECT",
        "PSEUDONYMOUS, round, DOUBLE, 10, 10, PSEUDONYMOUS",
        "NONPERSONAL, round, DOUBLE, 10, 10, NONPERSONAL",
    })
    void an_indirect_identifier_is_de_identified_from_the_citys_coarseness_on_and_nothing_else_changes(
            Label label, String operator, ValueType type, String argument, double coarse, Label expected) {
        OperatorKind.Value value = new OperatorKind.Value(type, label, new Coarseness(coarse));
        assertThat(labelOf(Applied.fit(operator, argument, value))).isEqualTo(expected);
    }

    /** A plate stays a plate, whatever is done to it and however coarse the city's threshold. */
    @ParameterizedTest
    @EnumSource(ValueType.class)
    void no_operator_lowers_a_direct_identifier(ValueType type) {
        OperatorKind.Value value = new OperatorKind.Value(type, Label.DIRECT, new Coarseness(Double.MIN_VALUE));
        assertThat(fitting(value))
                .isNotEmpty()
                .allSatisfy(fit -> assertThat(fit.label()).isEqualTo(Label.DIRECT));
    }

    @ParameterizedTest
    @EnumSource(ValueType.class)
    void without_a_threshold_of_the_citys_no_coarseness_is_enough(ValueType type) {
        OperatorKind.Value value = new OperatorKind.Value(type, Label.INDIRECT, Coarseness.NEVER);
        assertThat(fitting(value))
                .isNotEmpty()
                .allSatisfy(fit -> assertThat(fit.label()).isEqualTo(Label.INDIRECT));
    }

    @ParameterizedTest
    @CsvSource({
        "keep, TEXT, 1",
        "round, DOUBLE, ''",
        "round, DOUBLE, 0",
        "round, DOUBLE, -1",
        "round, DOUBLE, NaN",
        "round, DOUBLE, 1e400",
        "round, DOUBLE, 1e-400",
        "round, LONG, 0.5",
        "round, LONG, 1e19",
        "round, TEXT, 1",
        "bucket, INSTANT, 900",
        "bucket, DOUBLES, 1",
        "cell, POINT, 0.5",
        "cell, POINT, 1000001",
        "cell, POINT, north",
        "cell, DOUBLE, 500",
        "round-time, INSTANT, PT0.5S",
        "round-time, INSTANT, PT1.5S",
        "round-time, INSTANT, PT0S",
        "round-time, INSTANT, -PT15M",
        "round-time, INSTANT, PT24H1S",
        "round-time, INSTANT, 900",
        "round-time, LONG, PT15M",
    })
    void what_makes_no_sense_does_not_fit_and_says_why(String operator, ValueType type, String argument) {
        OperatorKind.Value value = new OperatorKind.Value(type, Label.INDIRECT, Coarseness.NEVER);
        assertThat(Applied.fit(operator, argument, value))
                .isInstanceOfSatisfying(
                        OperatorKind.Fit.Unfit.class,
                        unfit -> assertThat(unfit.why()).startsWith("`" + operator + "` takes "));
    }

    private static List<OperatorKind.Fit.Fits> fitting(OperatorKind.Value value) {
        List<OperatorKind.Fit.Fits> fitting = new ArrayList<>();
        ARGUMENTS.forEach((operator, arguments) -> arguments.forEach(argument -> {
            if (Applied.fit(operator, argument, value) instanceof OperatorKind.Fit.Fits fits) {
                fitting.add(fits);
            }
        }));
        return fitting;
    }

    private static Label labelOf(OperatorKind.Fit fit) {
        return ((OperatorKind.Fit.Fits) fit).label();
    }
}
