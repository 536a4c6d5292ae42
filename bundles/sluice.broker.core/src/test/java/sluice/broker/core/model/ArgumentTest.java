package sluice.broker.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.broker.core.plan.operator.Written;

final class ArgumentTest {
    /** Terms of what was spooled are compared by this text: two arguments must never read alike. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.10",
                "PT15M",
                "America/Toronto",
                "[a, b]",
                "[\"a, b\"]",
                "{in: [old-town, harbour]}",
                "{\"a b\": \"c: d\", e: [\"{f}\", \"g\\\\\", \"\\\"\"]}",
                "{a: {b: {c: [1, 2]}}}"
            })
    void an_argument_reads_as_it_was_written(String text) {
        assertThat(Written.argument(text)).hasToString(text);
    }

    @Test
    void a_number_is_exact_and_finite() {
        assertThat(Argument.of("0.10").number()).contains(new BigDecimal("0.10"));
        assertThat(Argument.of("many").number()).isEmpty();
        assertThat(Argument.of("NaN").number()).isEmpty();
        assertThat(Argument.of("1e400").number()).isEmpty();
        assertThat(Argument.NONE.number()).isEmpty();
    }

    /** Written out, this number would fill the memory. */
    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e99999999999"})
    void a_number_with_a_huge_exponent_costs_nothing(String text) {
        assertThatCode(() -> {
                    Argument.of(text).number();
                    Argument.of(text).whole(-5, 5);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void a_whole_number_lies_within_its_bounds() {
        assertThat(Argument.of("3").whole(1, 3)).contains(3);
        assertThat(Argument.of("3.0").whole(1, 3)).contains(3);
        assertThat(Argument.of("4").whole(1, 3)).isEmpty();
        assertThat(Argument.of("2.5").whole(1, 3)).isEmpty();
    }

    @Test
    void a_duration_is_positive() {
        assertThat(Argument.of("PT15M").duration()).contains(Duration.ofMinutes(15));
        assertThat(Argument.of("PT0S").duration()).isEmpty();
        assertThat(Argument.of("-PT1S").duration()).isEmpty();
        assertThat(Argument.of("P1M").duration()).isEmpty();
    }

    @Test
    void one_value_is_a_list_of_one_and_nothing_is_an_empty_one() {
        assertThat(Argument.of("a").words()).containsExactly("a");
        assertThat(Argument.NONE.words()).isEmpty();
        assertThat(new Argument.Items(List.of(Argument.of("a"), new Argument.Items(List.of()))).words())
                .isEmpty();
    }

    @Test
    void in_an_error_text_it_is_short_and_harmless() {
        assertThat(Argument.of("x".repeat(100)).shown()).isEqualTo("`" + "x".repeat(60) + "…`");
        assertThat(Argument.of("a\u001b[31m`\n").shown())
                .doesNotContain("\u001b", "\n")
                .endsWith("`");
        assertThat(Argument.NONE.shown()).isEqualTo("nothing");
        assertThat(new Argument.Entries(Map.of()).shown()).isEqualTo("`{}`");
    }
}
