package sluice.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.yaml.Problem;
import sluice.yaml.Problems;
import sluice.yaml.YamlMap;

class SchemaTest {
    private static final String TOWN = """
            {"type": "object", "required": ["name"], "additionalProperties": false,
             "properties": {
               "name": {"type": "string", "pattern": "^[a-z]+$", "maxLength": 8, "x-code": "bad-name", "x-help": "lower-case letters"},
               "code": {"type": "string", "maxLength": 4},
               "people": {"type": "integer", "minimum": 1, "maximum": 100},
               "share": {"type": "number", "exclusiveMinimum": 0, "x-help": "a positive share"},
               "kind": {"type": "string", "x-noun": "kind of town", "enum": ["port", "mining"]},
               "secret": {"type": "string", "pattern": "^[0-9]+$", "writeOnly": true, "x-help": "digits"},
               "streets": {"type": "array", "minItems": 1, "maxItems": 2, "items": {"type": "string"}},
               "parts": {"type": "object", "maxProperties": 1, "propertyNames": {"pattern": "^[a-z]+$", "maxLength": 4, "x-help": "short words"}, "additionalProperties": {"type": ["number", "null"]}}
             }}
            """;

    private final Problems problems = new Problems();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nam: x | unknown-key: unknown key `nam`; did you mean `name`?",
                "kind: port | missing-key: key `name` is missing",
                "name: 7 | wrong-type: `name` must be lower-case letters, got `7`; write it in quotes",
                "name: X | bad-name: `X` is no name here; write lower-case letters",
                "name: abcdefghi | bad-name: `abcdefghi` is no name here; write lower-case letters",
                "'name: x\ncode: abcde' | bad-value: `code` must be at most 4 characters, got 5 characters",
                "'name: x\npeople: 1.5' | wrong-type: `people` must be a whole number, got `1.5`",
                "'name: x\npeople: 0' | bad-value: `people` must be at least 1.0, got `0`",
                "'name: x\npeople: 101' | bad-value: `people` must be at most 100.0, got `101`",
                "'name: x\nshare: 0' | bad-value: `share` must be a positive share, got `0`",
                "'name: x\nkind: prot' | unknown-word: unknown kind of town `prot`; did you mean `port`?",
                "'name: x\nkind: [port]' | wrong-type: `kind` must be a text, got a list",
                "'name: x\nsecret: tiger' | bad-value: `secret` must be digits",
                "'name: x\nstreets: []' | bad-value: `streets` must be a list of 1 to 2, got a list of 0",
                "'name: x\nstreets: [a, true]' | wrong-type: `streets` must be a text, got `true`; write it in quotes",
                "'name: x\nparts: {a: 1, b: 2}' | bad-value: `parts` must be a map of 0 to 1, got a map of 2",
                "'name: x\nparts: {North: 1}' | bad-value: `North` is no name here; write short words",
                "'name: x\nparts: {a: b}' | wrong-type: `a` must be a number or nothing, got `b`",
                "'name:' | wrong-type: `name` must be lower-case letters, got nothing",
            })
    void a_fault_is_told_with_its_code_and_help(String text, String wanted) {
        assertThat(check(text)).isFalse();

        assertThat(problems.list())
                .extracting(problem -> problem.code() + ": " + problem.text())
                .contains(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"name: x", "name: x\nparts: {a: }", "name: x\nstreets: [a]\nshare: 0.1", "name: x\npeople: 2.0"})
    void a_sound_document_is_accepted(String text) {
        assertThat(check(text)).isTrue();
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void all_faults_of_a_document_are_told_at_once_with_their_lines() {
        check("nam: x\nkind: prot\nstreets: [1, 2, 3]\n");

        assertThat(problems.list()).extracting(problem -> problem.at().line()).containsExactly(1, 2, 3, 3, 3, 3, 1);
    }

    @Test
    void to_ask_whether_a_document_is_sound_says_nothing() {
        YamlMap document =
                Examples.documents(FileKind.ZONES, "name: X", problems).get(0);

        assertThat(Schema.read("town", TOWN.getBytes(UTF_8)).accepts(document)).isFalse();
        assertThat(problems.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"oneOf\": []}",
                "{\"properties\": {\"a\": {\"format\": \"date\"}}}",
                "{\"type\": \"text\"}",
                "{\"additionalProperties\": true}",
                "{\"propertyNames\": {\"minLength\": 1, \"pattern\": \"x\", \"maxLength\": 1}}",
                "{\"$ref\": \"other.json\"}",
                "{\"$ref\": \"#/$defs/a\", \"$defs\": {\"a\": {\"$ref\": \"#/$defs/a\"}}}",
                "{\"$ref\": \"#/$defs/b\", \"$defs\": {}}",
                "[]",
                "{",
            })
    void a_schema_that_is_not_understood_in_full_is_refused(String schema) {
        assertThatThrownBy(() -> Schema.read("odd", schema.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private boolean check(String text) {
        YamlMap document = Examples.documents(FileKind.ZONES, text, problems).get(0);
        assertThat(problems.list()).extracting(Problem::text).isEmpty();
        return Schema.read("town", TOWN.getBytes(UTF_8)).check(document);
    }
}
