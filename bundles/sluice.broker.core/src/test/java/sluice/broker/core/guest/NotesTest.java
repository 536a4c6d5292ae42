package sluice.broker.core.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NotesTest {
    private final Notes notes = new Notes();

    @Test
    void the_last_number_of_a_code_is_kept() {
        notes.note("battery-low", 3);
        notes.note("battery-low", 2);
        assertThat(notes.all()).isEqualTo(Map.of("battery-low", 2L));
    }

    /** A code is no place for a plate. */
    @ParameterizedTest
    @ValueSource(strings = {"", "ABCD123", "with space", "plate:abcd", "ümlaut", "line\nbreak"})
    void what_is_no_code_is_dropped(String code) {
        notes.note(code, 1);
        notes.note("x".repeat(41), 1);
        assertThat(notes.all()).isEmpty();
    }

    @Test
    void after_64_codes_no_new_one_gets_in_and_the_old_ones_go_on() {
        for (int i = 0; i < 100; i++) {
            notes.note("code-" + i, i);
        }
        notes.note("code-0", 7);
        notes.thrown(new IllegalStateException());

        assertThat(notes.all()).hasSize(64).containsEntry("code-0", 7L);
    }

    @Test
    void exceptions_are_counted_by_class_and_their_words_are_not_kept() {
        notes.thrown(new IllegalStateException("ABCD123"));
        notes.thrown(new IllegalStateException("EFGH456"));
        assertThat(notes.all()).isEqualTo(Map.of("thrown:java.lang.IllegalStateException", 2L));
    }
}
