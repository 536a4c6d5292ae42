package sluice.policy.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that a city's continuous integration runs. */
class MainTest {
    private static final String GOOD =
            "test: x\nreading: {segment: king, speed: 57, lorry: true}\nexpect: {segment: king, speed: 50}\n";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void good_tests_end_with_0() {
        new TestCity(folder).tests(GOOD);
        assertThat(run("test", folder.toString())).isZero();
        assertThat(out.toString(UTF_8)).contains("policy tests: 1 of 1 passed");
    }

    @Test
    void a_rule_that_was_not_hit_ends_with_1_where_every_rule_is_demanded() {
        new TestCity(folder).tests(GOOD);
        assertThat(run("test", "--every-rule", folder.toString())).isEqualTo(1);
    }

    @Test
    void a_failing_test_ends_with_1() {
        new TestCity(folder).tests(GOOD.replace("50", "51"));
        assertThat(run("test", folder.toString())).isEqualTo(1);
    }

    @Test
    void an_export_of_faulty_files_ends_with_1_and_names_them() {
        new TestCity(folder).with("policies/bad.yaml", "policy: bad\n");
        assertThat(run("export", folder.toString())).isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("`policies/bad.yaml`");
    }

    @Test
    void an_export_is_json_ld() {
        new TestCity(folder);
        assertThat(run("export", folder.toString())).isZero();
        assertThat(out.toString(UTF_8)).startsWith("{").contains("\"@context\"");
    }

    @Test
    void other_words_end_with_2_and_the_usage() {
        assertThat(run("tset", folder.toString())).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run("test", folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(out.toString(UTF_8)).contains("usage:");
    }

    private int run(String... words) {
        return Main.run(List.of(words), new PrintStream(out, true, UTF_8));
    }
}
