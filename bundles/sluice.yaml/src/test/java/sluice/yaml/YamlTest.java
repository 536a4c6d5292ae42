package sluice.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {
    private final Problems problems = new Problems();

    @Test
    void values_are_read_with_their_lines() {
        YamlMap map = one("stream: traffic.plate\nlimits:\n  range: [0, 1.5]\n  age: PT5M\n  deep: true\n");

        assertThat(map.text("stream")).isEqualTo("traffic.plate");
        assertThat(map.map("limits").list("range").stream().map(YamlValue::number))
                .containsExactly(0.0, 1.5);
        assertThat(map.map("limits").duration("age")).isEqualTo(Duration.ofMinutes(5));
        assertThat(map.map("limits").truth("deep")).isTrue();
        assertThat(map.map("limits").at("age")).isEqualTo(new Mark("policies/a.yaml", 4));
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void several_documents_stand_in_one_file_and_empty_ones_do_not_count() {
        List<YamlMap> maps = read("---\na: 1\n---\n---\n# nothing\n---\nb: 2\n");

        assertThat(maps).extracting(YamlMap::keys).containsExactly(Set.of("a"), Set.of("b"));
        assertThat(maps.get(1).at()).isEqualTo(new Mark("policies/a.yaml", 7));
        assertThat(problems.list()).isEmpty();
    }

    /** YAML 1.1 reads the Norwegian country code as "false". */
    @Test
    void no_and_a_quoted_number_are_texts() {
        YamlMap map = one("country: no\nserial: '007'\ncount: 7\nratio: 0.5\n");

        assertThat(map.value("country").orElseThrow().value()).isEqualTo("no");
        assertThat(map.value("serial").orElseThrow().value()).isEqualTo("007");
        assertThat(map.value("count").orElseThrow().value()).isEqualTo(7L);
        assertThat(map.value("ratio").orElseThrow().value()).isEqualTo(0.5);
    }

    @Test
    void all_problems_of_a_file_are_told_at_once() {
        YamlMap map = one("a: [1]\nb: soon\nd: PT-5M\ne: .nan\nf:\n");

        assertThat(map.text("a")).isEmpty();
        assertThat(map.number("b")).isNaN();
        assertThat(map.text("c")).isEmpty();
        assertThat(map.duration("d")).isZero();
        assertThat(map.number("e")).isNaN();
        assertThat(map.text("f")).isEmpty();
        assertThat(map.map("b").keys()).isEmpty();
        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "`policies/a.yaml` line 1: `a` must be a text, got a list",
                        "`policies/a.yaml` line 2: `b` must be a number, got `soon`",
                        "`policies/a.yaml` line 1: key `c` is missing",
                        "`policies/a.yaml` line 3: `d` must be a positive duration such as `PT15M` or `P30D`, got `PT-5M`",
                        "`policies/a.yaml` line 4: `e` must be a number, got `.nan`",
                        "`policies/a.yaml` line 5: `f` must be a text, got nothing",
                        "`policies/a.yaml` line 2: `b` must be a map, got `soon`");
    }

    @Test
    void an_unknown_key_is_refused_with_the_word_that_was_meant() {
        one("stream: a\nfeilds: {}\nelephant: 1\n").allow(Set.of("stream", "fields"));

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "`policies/a.yaml` line 2: unknown key `feilds`; did you mean `fields`?",
                        "`policies/a.yaml` line 3: unknown key `elephant`; known: `fields`, `stream`");
    }

    @Test
    void a_duplicate_key_is_refused_and_says_where_the_first_stands() {
        one("label: DIRECT\nother: 1\nlabel: NONPERSONAL\n");

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly("`policies/a.yaml` line 3: key `label` stands twice; first on line 1");
    }

    @Test
    void an_alias_bomb_stops_at_its_first_anchor() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [lol]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }

        assertThat(read(bomb.toString())).isEmpty();
        assertThat(codes()).containsExactly(YamlCode.ALIAS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: &a [*a]", "&a a: *a", "a: &x 1", "a: *nowhere", "&root\na: 1"})
    void anchors_aliases_and_cycles_are_refused(String text) {
        read(text);

        assertThat(codes()).containsExactly(YamlCode.ALIAS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: !!javax.script.ScriptEngineManager [x]",
                "a: !x 1",
                "a: !!binary aGk=",
                "!!map {a: 1}",
                "a: ! b",
                "? !!str a\n: 1"
            })
    void tags_are_refused(String text) {
        read(text);

        assertThat(codes()).containsExactly(YamlCode.TAG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [",
                "a: b: c",
                "\ta: 1",
                "a: 'x",
                "a: 1\n b: 2",
                "{a: 1",
                "a: \u0001",
                "%YAML 3.0\n---\na: 1",
                "@x"
            })
    void what_is_not_yaml_is_refused_with_its_line(String text) {
        read(text);

        assertThat(codes()).containsExactly(YamlCode.SYNTAX);
        assertThat(problems.list().get(0).text()).startsWith("not YAML: ").doesNotContain("\n");
    }

    @Test
    void a_hundred_thousand_open_brackets_stop_at_the_depth_limit() {
        read("a: " + "[".repeat(100_000));

        assertThat(codes()).containsExactly(YamlCode.TOO_DEEP);
    }

    @Test
    void deep_block_maps_stop_at_the_depth_limit() {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            deep.append(" ".repeat(i)).append("k:\n");
        }
        read(deep.toString());

        assertThat(codes()).containsExactly(YamlCode.TOO_DEEP);
    }

    @Test
    void a_file_of_ten_megabytes_is_not_read() {
        Yaml.documents("big.yaml", new byte[10 * 1024 * 1024], problems);

        assertThat(codes()).containsExactly(YamlCode.TOO_LARGE);
    }

    @Test
    void too_many_values_are_refused() {
        read("a: [" + "1,".repeat(Yaml.MAX_NODES) + "1]");

        assertThat(codes()).containsExactly(YamlCode.TOO_MANY_VALUES);
    }

    @Test
    void what_is_not_utf8_is_refused() {
        Yaml.documents("a.yaml", new byte[] {'a', ':', ' ', (byte) 0xFF}, problems);

        assertThat(codes()).containsExactly(YamlCode.NOT_UTF8);
    }

    /** The parser's buffer ends every thousand units or so, and it fails where that is within a character. */
    @Test
    void a_character_of_two_units_may_stand_anywhere() {
        for (int length = 900; length < 2_200; length++) {
            assertThat(one("a: \"" + "x".repeat(length) + "\uD83D\uDE42\"").text("a"))
                    .endsWith("x\uD83D\uDE42");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: \"\\uD83D\"", "\"\\uDE42\": 1", "a: [\"x\\uDE42\\uD83D\"]"})
    void half_of_a_character_is_refused(String text) {
        read(text);

        assertThat(codes()).containsOnly(YamlCode.HALF_CHARACTER);
    }

    @Test
    void both_halves_written_as_escapes_are_one_character() {
        assertThat(one("a: \"\\uD83D\\uDE42\"").text("a")).isEqualTo("\uD83D\uDE42");
    }

    @Test
    void a_byte_order_mark_is_passed_over() {
        assertThat(one("\uFEFFa: 1").number("a")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a\n- b", "just text", "42", "[{a: 1}]"})
    void a_document_that_is_no_map_is_refused(String text) {
        assertThat(read(text)).isEmpty();
        assertThat(codes()).containsExactly(YamlCode.WRONG_TYPE);
    }

    @Test
    void a_key_that_is_no_word_is_refused() {
        read("? [a, b]\n: 1\n? {c: d}\n: 2\n");

        assertThat(codes()).containsExactly(YamlCode.WRONG_TYPE, YamlCode.WRONG_TYPE);
    }

    @Test
    void problems_end_at_their_limit() {
        for (int i = 0; i < 1_000; i++) {
            problems.add("x", new Mark("a.yaml", 1), "y");
        }

        assertThat(problems.list()).hasSize(Problems.LIMIT + 1);
        assertThat(problems.count()).isEqualTo(1_000);
        assertThat(codes()).last().isEqualTo(YamlCode.TOO_MANY_PROBLEMS);
    }

    @Test
    void what_is_written_reads_back_the_same() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("plain", "bin-017");
        document.put("quoted", "007");
        document.put("truth", "True");
        document.put("nothing", "null");
        document.put("odd", "a: b # c\n\"d\" 'e' \u0007 é — *x &y !z");
        document.put("number", 1.5);
        document.put("count", 42L);
        document.put("on", true);
        document.put("list", List.of("deveui:0101", "mqtt:a/b"));
        document.put("map", Map.of("lat", 43.65, "many", List.of(1L, 2L)));

        YamlMap back = one(Yaml.write(document));

        assertThat(back.values()).isEqualTo(document);
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void nobody_makes_a_terminal_blink() {
        assertThat(Say.quote("a\u001b[31m`b`\n")).isEqualTo("`a?[31m?b??`");
        assertThat(Say.quote("x".repeat(100))).hasSizeLessThan(70);
    }

    @Test
    void suggestions_forgive_slips_and_unfinished_words_and_no_more() {
        List<String> purposes = List.of("parking-guidance", "waste-collection", "traffic-planning");

        assertThat(Say.nearest("parkng", purposes)).contains("parking-guidance");
        assertThat(Say.nearest("waste-colection", purposes)).contains("waste-collection");
        assertThat(Say.nearest("TRAFFIC-PLANNING", purposes)).contains("traffic-planning");
        assertThat(Say.nearest("zoen", List.of("zone", "owner"))).contains("zone");
        assertThat(Say.nearest("elephant", purposes)).isEmpty();
        assertThat(Say.nearest("x", purposes)).isEmpty();
        assertThat(Say.nearest("", purposes)).isEmpty();
        assertThat(Say.nearest("p".repeat(100_000), purposes)).isEmpty();
    }

    @Test
    void a_closed_set_of_words_suggests_the_nearest() {
        YamlMap map = one("label: DIRCT\n");

        assertThat(map.choice("label", "label", Map.of("DIRECT", 1, "INDIRECT", 2)))
                .isEmpty();
        assertThat(problems.list())
                .extracting(Problem::text)
                .containsExactly("unknown label `DIRCT`; did you mean `DIRECT`?");
    }

    @Test
    void the_kind_of_a_value_is_told_without_a_problem() {
        YamlMap map = one("a: x\nb: '1'\nc: 1\nd: true\ne:\nf: [1]\ng: {h: 1}\n");

        assertThat(map.keys().stream().map(key -> map.value(key).orElseThrow().kind()))
                .containsExactly(
                        YamlKind.TEXT,
                        YamlKind.TEXT,
                        YamlKind.NUMBER,
                        YamlKind.TRUTH,
                        YamlKind.NOTHING,
                        YamlKind.LIST,
                        YamlKind.MAP);
        assertThat(map.asValue().kind()).isEqualTo(YamlKind.MAP);
        assertThat(map.value("f").orElseThrow().written()).isEmpty();
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void an_instant_is_a_day_in_a_zone_or_itself() {
        YamlMap map = one("a: 2026-04-01\nb: 2026-04-01T06:00:00Z\nc: 2026-02-30\nd: [1]\n");
        ZoneId toronto = ZoneId.of("America/Toronto");

        assertThat(map.instant("a", toronto)).isEqualTo("2026-04-01T04:00:00Z");
        assertThat(map.instant("b", toronto)).isEqualTo("2026-04-01T06:00:00Z");
        assertThat(map.instant("c", toronto)).isEqualTo(Instant.EPOCH);
        assertThat(map.instant("d", toronto)).isEqualTo(Instant.EPOCH);
        assertThat(codes()).containsExactly(YamlCode.WRONG_TYPE, YamlCode.WRONG_TYPE);
    }

    private List<YamlMap> read(String text) {
        return Yaml.documents("policies/a.yaml", text.getBytes(UTF_8), problems);
    }

    private YamlMap one(String text) {
        List<YamlMap> maps = read(text);
        assertThat(maps).hasSize(1);
        return maps.get(0);
    }

    private List<String> codes() {
        return problems.list().stream().map(Problem::code).toList();
    }
}
