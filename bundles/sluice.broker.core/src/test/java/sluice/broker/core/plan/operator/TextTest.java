package sluice.broker.core.plan.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.broker.core.model.ValueType;

final class TextTest {
    private static final int INPUTS = 20_000;
    private static final String CAR = "\uD83D\uDE97"; // a car, one character in two UTF-16 units

    private final SplittableRandom random = new SplittableRandom(4);

    @ParameterizedTest
    @CsvSource({
        "'', ABCD123, *******",
        "'{first: 2}', ABCD123, AB*****",
        "'{last: 3}', ABCD123, ****123",
        "'{first: 1, last: 1}', ABCD123, A*****3",
        "'{first: 4, last: 3}', ABCD123, *******",
        "'{first: 9}', ABC, ***",
        "'{first: 1}', '', ''",
        "'{first: 0, last: 0}', AB, **",
    })
    void every_character_but_the_first_and_last_few_is_a_star(String argument, String text, String expected) {
        assertThat(text("mask", argument).to(text)).isEqualTo(expected);
    }

    @Test
    void a_pair_of_surrogates_is_one_character() {
        assertThat(text("mask", "{first: 1}").to(CAR + CAR + "A")).isEqualTo(CAR + "**");
        assertThat(text("mask", "{last: 1}").to("A" + CAR)).isEqualTo("*" + CAR);
        assertThat(text("truncate", "2").to("A" + CAR + "B")).isEqualTo("A" + CAR);
        assertThat(text("truncate", "1").to(CAR)).isEqualTo(CAR);
    }

    /** Half a pair is no text at all; it is neither made here nor mended. */
    @Test
    void half_a_pair_on_its_own_counts_as_a_character() {
        assertThat(text("mask", "{last: 1}").to("\uD83DAB")).isEqualTo("**B");
        assertThat(text("truncate", "1").to("\uDE97A")).isEqualTo("\uDE97");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 63})
    void a_truncated_text_is_a_beginning_of_so_many_characters_and_stays_so(int length) {
        Applied truncate = text("truncate", Integer.toString(length));
        for (int i = 0; i < INPUTS; i++) {
            String text = anyText();
            String cut = truncate.to(text);

            assertThat(text).startsWith(cut);
            assertThat(cut.codePointCount(0, cut.length()))
                    .isEqualTo(Math.min(length, text.codePointCount(0, text.length())));
            assertThat(truncate.to(cut)).isEqualTo(cut);
        }
    }

    @Test
    void a_masked_text_is_as_long_and_shows_what_it_shall_or_nothing() {
        Applied mask = text("mask", "{first: 2, last: 1}");
        for (int i = 0; i < INPUTS; i++) {
            int[] text = anyText().codePoints().toArray();
            int[] masked =
                    mask.to(new String(text, 0, text.length)).codePoints().toArray();

            assertThat(masked).hasSameSizeAs(text);
            for (int k = 0; k < text.length; k++) {
                boolean isShown = text.length > 3 && (k < 2 || k == text.length - 1);
                assertThat(masked[k]).isEqualTo(isShown ? text[k] : '*');
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"car, light", "van, light", "bus, heavy", "Car, other", "'', other", "'car ', other"})
    void a_text_becomes_the_group_that_lists_it_exactly(String text, String group) {
        assertThat(text("generalise", "{light: [car, van], heavy: [bus], otherwise: other}")
                        .to(text))
                .isEqualTo(group);
    }

    @ParameterizedTest
    @CsvSource({
        "ABCD123, passenger",
        "AB12345, commercial",
        "AB-123, old",
        "ABCD12, other",
        "ABCD1234, other",
        "abcd123, other",
        "'', other",
        "\u00C4BCD123, other",
        "ABCD12\u0663, other",
        "AB 123, other",
    })
    void a_text_has_the_class_of_its_form(String plate, String kind) {
        assertThat(text("class-of", "{passenger: [AAAA999], commercial: [AA99999], old: [XX-999], otherwise: other}")
                        .to(plate))
                .isEqualTo(kind);
    }

    private static Applied text(String name, String argument) {
        return Applied.named(name, argument, ValueType.TEXT);
    }

    /** Up to 12 characters of all lengths in UTF-8. */
    private String anyText() {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(13); left > 0; left--) {
            text.appendCodePoint(
                    switch (random.nextInt(4)) {
                        case 0 -> random.nextInt('A', 'Z' + 1);
                        case 1 -> random.nextInt(0x80, 0x800);
                        case 2 -> random.nextInt(0x10000, 0x110000);
                        default -> '*';
                    });
        }
        return text.toString();
    }
}
