package sluice.broker.core.plan.operator.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which texts have a form, how many, and whether two forms can be told apart. */
final class FormTest {
    @ParameterizedTest
    @CsvSource({
        "A, A, true",
        "A, Z, true",
        "A, @, false",
        "A, [, false",
        "A, a, false",
        "A, 5, false",
        "9, 0, true",
        "9, 9, true",
        "9, /, false",
        "9, :, false",
        "9, A, false",
        "X, A, true",
        "X, Z, true",
        "X, 0, true",
        "X, 9, true",
        "X, -, false",
        "X, @, false",
        "A-9, B-7, true",
        "A-9, B.7, false",
        "A.9, B.7, true",
        "AA, A, false",
        "A, AA, false",
        "AA, ZZ, true",
        "AA, Z9, false",
    })
    void a_text_has_a_form_if_each_character_stands_where_it_may(String form, String text, boolean fits) {
        assertThat(form(form).fits(text)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "A, A, true",
        "A, 9, false",
        "X, A, true",
        "X, 9, true",
        "X, X, true",
        "X, -, false",
        "A, -, false",
        "-, ., false",
        "-, -, true",
        "A9, A99, false",
        "A9, AX, true",
        "A9, 9X, false",
        "AX-9, XA-X, true",
        "AX-9, XA-A, false",
    })
    void two_forms_overlap_if_some_text_has_both_whichever_is_asked(String one, String other, boolean overlap) {
        assertThat(form(one).overlaps(form(other))).isEqualTo(overlap);
        assertThat(form(other).overlaps(form(one))).isEqualTo(overlap);
    }

    @ParameterizedTest
    @CsvSource({"A, 26", "9, 10", "X, 36", "-, 1", "AA9, 6760", "A-X, 936"})
    void a_form_has_so_many_texts(String form, double values) {
        assertThat(form(form).values()).isEqualTo(values);
    }

    @Test
    void a_form_names_no_letter_and_no_digit() {
        assertThat(Form.parse("AB9")).isEmpty();
        assertThat(Form.parse("A98")).isEmpty();
        assertThat(Form.parse("")).isEmpty();
        assertThat(Form.parse("A".repeat(64))).isPresent();
        assertThat(Form.parse("A".repeat(65))).isEmpty();
    }

    private static Form form(String text) {
        return Form.parse(text).orElseThrow();
    }
}
