package sluice.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.driver.spi.Json;

final class JsonReaderTest {
    @Test
    void every_kind_of_value_is_read() {
        Json root = accepted(
                "{\"t\":\"\\u00e9\\ud83d\\ude80\\n\",\"i\":-42,\"d\":2.5,\"b\":true,\"n\":null,\"a\":[1,[\"x\"],{}]}");

        assertThat(root.get("t").text()).contains("é🚀\n");
        assertThat(root.get("i").integer()).hasValue(-42);
        assertThat(root.get("d").number()).hasValue(2.5);
        assertThat(root.get("b").truth()).contains(true);
        assertThat(root.get("n").isAbsent()).isTrue();
        assertThat(root.get("a").items()).hasSize(3);
        assertThat(root.get("a").items().get(1).items().get(0).text()).contains("x");
    }

    @Test
    void asking_for_what_is_not_there_gives_nothing() {
        Json root = accepted("{\"a\":{}}");

        assertThat(root.get("missing").get("below").items()).isEmpty();
        assertThat(root.get("a").text()).isEmpty();
        assertThat(root.get("a").integer()).isEmpty();
        assertThat(root.get("a").number()).isEmpty();
        assertThat(root.get("a").truth()).isEmpty();
        assertThat(root.get("a").isAbsent()).isFalse();
        assertThat(root.get("missing").isAbsent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1.5", "\"\"", "true", "[]", "{}", "null", " \t\r\n[ ] \n"})
    void any_kind_of_value_may_be_the_root(String text) {
        assertThat(read(text)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
        "1.0, 1",
        "1.5e1, 15",
        "-0, 0",
        "0e2147483647, 0"
    })
    void a_number_without_a_fraction_is_an_integer(String text, long expected) {
        assertThat(accepted(text).integer()).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9223372036854775808", "0.5", "1e400", "1e2147483647", "1e-2147483647", "1e99999999999", "\"1\""
            })
    void what_has_a_fraction_or_does_not_fit_is_no_integer(String text) {
        assertThat(accepted(text).integer()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e99999999999"})
    void a_number_beyond_a_double_is_not_taken_for_infinity(String text) {
        assertThat(accepted(text).number()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "{", "[", "[1", "{\"a\"", "{\"a\":", "{\"a\":1", "\"a", "tru", "nul", "[1,]", "{\"a\":1,}",
                        "[,1]",
                "{a:1}", "{'a':1}", "'a'", "01", "+1", "1.", ".5", "1e", "0x1", "--1", "NaN", "Infinity", "-Infinity",
                        "[NaN]",
                "1 2", "{}{}", "{} x", "[]]", "// c\n1", "/* c */1", "# c\n1", "\"\t\"", "\"\\x\"", "\"\\u12\"",
                        "undefined"
            })
    void what_is_no_json_is_refused(String text) {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":1}",
                "{\"a\":null,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}",
                "[{\"b\":{\"a\":1,\"a\":2}}]"
            })
    void a_duplicate_name_is_refused(String text) {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud800\"",
                "\"\\udc00\"",
                "\"\\ud800x\"",
                "\"\\udc00\\ud800\"",
                "\"\\ud800\\ud800\\udc00\"",
                "{\"\\ud800\":1}"
            })
    void a_lone_surrogate_is_refused(String text) {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\u00c0\u0080\"", "\"\u00e0\u0080\u00af\"", "\"\u00ed\u00a0\u0080\"", "\"\u00f5\u0080\u0080\u0080\"",
                "\"\u00ff\"", "\"\u0080\"", "\"\u00c3\"", "\u00ef\u00bb\u00bf{}"
            })
    void invalid_utf_8_and_a_byte_order_mark_are_refused(String bytes) {
        assertThat(JsonReader.read(bytes.getBytes(ISO_8859_1))).isEmpty();
    }

    @Test
    void another_encoding_is_not_guessed() {
        assertThat(JsonReader.read("{}".getBytes(UTF_16BE))).isEmpty();
    }

    @Test
    void a_value_shows_nothing_of_itself() {
        assertThat(accepted("{\"plate\":\"PLANTED\"}")).hasToString("object");
        assertThat(accepted("[\"PLANTED\"]")).hasToString("array");
        assertThat(accepted("\"PLANTED\"")).hasToString("text");
        assertThat(accepted("4711")).hasToString("number");
    }

    private static Json accepted(String text) {
        return read(text).orElseThrow();
    }

    private static Optional<Json> read(String text) {
        return JsonReader.read(text.getBytes(UTF_8));
    }
}
