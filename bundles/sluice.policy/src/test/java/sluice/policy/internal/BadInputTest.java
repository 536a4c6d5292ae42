package sluice.policy.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.port.Trouble;
import sluice.yaml.Folders;

/** A hostile or hopeless file is refused with a code and a line, the last good set stays in force, and a mended file is taken at once. */
class BadInputTest {
    private static final String POLICY = "policies/corridor.yaml";

    @TempDir
    Path folder;

    private final List<PolicySet> sets = new CopyOnWriteArrayList<>();
    private PolicyFiles files;

    @BeforeEach
    void start() throws IOException {
        for (var file : new City().files().entrySet()) {
            write(file.getKey(), file.getValue());
        }
        files = new PolicyFiles(folder, Duration.ofMillis(50), "mfippa-1990");
        files.subscribe(sets::add);
    }

    @AfterEach
    void stop() {
        files.close();
    }

    static Stream<Arguments> bad() {
        String policy = City.POLICY;
        return Stream.of(
                file("ten megabytes", POLICY, policy + "#".repeat(10 << 20), "file-too-large", 1),
                file("a bomb of aliases", POLICY, "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "yaml-alias", 1),
                file("a merge key", POLICY, policy + "<<: *x\n", "yaml-alias", 10),
                file("a tag that names a class", POLICY, policy.replace("keep", "!!java.net.URL [x]"), "yaml-tag", 4),
                file("a hundred thousand brackets", POLICY, "a: " + "[".repeat(100_000), "yaml-too-deep", 1),
                file("a hundred thousand keys", POLICY, keys(100_001), "yaml-too-many-values", 100_000),
                file("a key of a megabyte", POLICY, "x".repeat(1_000_000) + ": 1", "yaml-syntax", 1),
                file("a text of 900 kB", POLICY, policy.replace("keep", "x".repeat(900_000)), "unknown-operator", 4),
                file("a key twice", POLICY, policy + "policy: again\n", "duplicate-key", 10),
                file("an unknown key", POLICY, policy + "retain: P1D\n", "unknown-key", 10),
                file("a list for a map", POLICY, policy.replace("{atMost: P30D}", "[P30D]"), "wrong-type", 9),
                file("a map for a text", POLICY, policy.replace("corridor", "{a: b}"), "wrong-type", 1),
                file("nothing for a text", POLICY, policy.replace("corridor", ""), "wrong-type", 1),
                file("a number for a name", POLICY, policy.replace("corridor", "2026"), "wrong-type", 1),
                file(
                        "half of a character",
                        POLICY,
                        policy.replace("corridor", "\"\\uD83D\""),
                        "yaml-half-character",
                        1),
                file("a control character", POLICY, policy.replace("corridor", "\"a\\u0007\""), "bad-name", 1),
                file(
                        "two policies for one binding",
                        "policies/z.yaml",
                        policy.replace("corridor", "b"),
                        "duplicate-policy",
                        1),
                file("a purpose in a circle", "purposes/z.yaml", "purpose: a\nparent: a\n", "purpose-cycle", 1),
                file(
                        "a catalogue without its stream",
                        "catalogue/traffic.yaml",
                        City.CATALOGUE.replace("traffic.plate", "x"),
                        "unknown-stream",
                        1),
                file(
                        "a stream's field gone",
                        "catalogue/traffic.yaml",
                        City.CATALOGUE.replace("segment:", "road:"),
                        "unknown-field",
                        4),
                file(
                        "not a number",
                        "catalogue/traffic.yaml",
                        City.CATALOGUE.replace("[0, 1]", "[.nan, 1]"),
                        "wrong-type",
                        4),
                file(
                        "an infinite range",
                        "catalogue/traffic.yaml",
                        City.CATALOGUE.replace("[0, 1]", "[0, 1e999]"),
                        "wrong-type",
                        4),
                file(
                        "a duration that overflows",
                        POLICY,
                        policy.replace("P30D", "P99999999999999999999D"),
                        "wrong-type",
                        9),
                file("no duration at all", POLICY, policy.replace("P30D", "P0D"), "wrong-type", 9),
                file("the wrong ending", "policies/b.yml", policy, "file-misnamed", 1),
                file("a policy among the purposes", "purposes/z.yaml", policy, "unknown-key", 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void it_is_refused_with_code_and_line_and_the_last_good_set_stays(
            String what, String file, String content, String code, int line) throws IOException {
        write(file, content);
        await().until(() -> !files.troubles().isEmpty());

        assertThat(files.troubles())
                .as(what)
                .anySatisfy(trouble -> assertThat(trouble.code()).isEqualTo(code));
        assertThat(files.troubles().stream().map(Trouble::what).toList()).anyMatch(at -> at.endsWith(" line " + line));
        assertThat(files.troubles().toString()).hasSizeLessThan(20_000);
        assertThat(sets).hasSize(1);
    }

    @Test
    void a_mended_file_is_taken_at_once_and_nothing_was_lost() throws IOException {
        write(POLICY, "policy: [");
        await().until(() -> !files.troubles().isEmpty());
        write(POLICY, City.POLICY.replace("P30D", "P7D"));
        await().until(() -> sets.size() == 2);

        assertThat(files.troubles()).isEmpty();
        assertThat(sets.get(1).policies()).hasSize(1);
        assertThat(sets.get(1).policies().get(0).retention()).isEqualTo(Duration.ofDays(7));
    }

    /** Whatever a damaged file is, it is a set or a list of problems, and never an exception. */
    @Test
    void ten_thousand_damaged_files_give_a_set_or_problems() {
        Random random = new Random(4);
        List<String> names = List.copyOf(new City().files().keySet());
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            City city = new City();
            String name = names.get(random.nextInt(names.size()));
            city.with(name, damaged(city.files().getOrDefault(name, ""), random));
            refused += city.codes().isEmpty() ? 0 : 1;
        }
        assertThat(refused).isBetween(1_000, 9_999);
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        String odd = "{}[]:,-&*!|>'\"%@`#?\t\n \\\u0000\u0085\uFEFF0e\uD83D\uDE42~";
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(damaged.length());
            int unit = random.nextInt(odd.length());
            switch (random.nextInt(3)) {
                case 0 -> damaged.setCharAt(at, odd.charAt(unit));
                case 1 -> damaged.insert(at, odd.charAt(unit));
                default -> damaged.delete(at, Math.min(damaged.length() - 1, at + random.nextInt(20)));
            }
        }
        return damaged.toString();
    }

    private static Arguments file(String what, String file, String content, String code, int line) {
        return Arguments.of(what, file, content, code, line);
    }

    private static String keys(int count) {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < count; i++) {
            keys.append('k').append(i).append(": 1\n");
        }
        return keys.toString();
    }

    private void write(String name, String content) throws IOException {
        Folders.replace(folder.resolve(name), content.getBytes(UTF_8));
    }
}
