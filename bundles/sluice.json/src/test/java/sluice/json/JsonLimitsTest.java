package sluice.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each limit at its edge: the last that passes, the first that does not. */
final class JsonLimitsTest {
    @Test
    void a_text_of_256_kib_is_read_and_a_longer_one_is_not() {
        String longest = "\"" + "x".repeat(JsonReader.MAX_BYTES - 2) + "\"";

        assertThat(accepted(longest)).isTrue();
        assertThat(accepted(longest + " ")).isFalse();
    }

    @Test
    void thirty_two_levels_are_read_and_thirty_three_are_not() {
        assertThat(accepted(nested("[", 32, "]"))).isTrue();
        assertThat(accepted(nested("[", 33, "]"))).isFalse();
        assertThat(accepted(nested("{\"a\":", 31, "}").replace(":}", ":{}}"))).isTrue();
        assertThat(accepted(nested("{\"a\":", 32, "}").replace(":}", ":{}}"))).isFalse();
    }

    @Test
    void a_hundred_thousand_levels_are_refused_without_exhausting_the_stack() {
        assertThat(accepted("[".repeat(100_000))).isFalse();
        assertThat(accepted("{\"a\":".repeat(50_000))).isFalse();
    }

    @Test
    void members_are_counted_over_the_whole_text() {
        assertThat(accepted(elements(4_096))).isTrue();
        assertThat(accepted(elements(4_097))).isFalse();
        assertThat(accepted("[" + elements(2_047) + "," + elements(2_047) + "]"))
                .isTrue();
        assertThat(accepted("[" + elements(2_047) + "," + elements(2_048) + "]"))
                .isFalse();
    }

    @Test
    void a_number_of_a_hundred_digits_is_read_and_a_longer_one_is_not() {
        assertThat(accepted("9".repeat(100))).isTrue();
        assertThat(accepted("9".repeat(101))).isFalse();
        assertThat(accepted("0." + "9".repeat(99))).isTrue();
        assertThat(accepted("0." + "9".repeat(100))).isFalse();
        assertThat(accepted("1e" + "0".repeat(100))).isFalse();
    }

    @Test
    void names_that_collide_in_a_hash_table_do_not_slow_the_reader_down() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < 4_096; i++) {
            String bits = Integer.toBinaryString(4_096 + i).substring(1);
            text.append(i == 0 ? "\"" : ",\"")
                    .append(bits.replace("0", "Aa").replace("1", "BB"))
                    .append("\":0");
        }

        assertThat(accepted(text.append('}').toString())).isTrue();
    }

    private static String nested(String open, int levels, String close) {
        return open.repeat(levels) + close.repeat(levels);
    }

    private static String elements(int count) {
        return "[" + "0,".repeat(count - 1) + "0]";
    }

    private static boolean accepted(String text) {
        return JsonReader.read(text.getBytes(UTF_8)).isPresent();
    }
}
