package sluice.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The corpus holds; and a corpus that says otherwise does not. */
class ConformanceRunnerTest {
    private static final Path CORPUS = Path.of("../../docs/conformance");

    @TempDir
    Path folder;

    @Test
    void every_case_comes_out_as_it_has_to() {
        ConformanceRunner.Result result = ConformanceRunner.run(CORPUS);
        assertThat(result.failures()).isEmpty();
        assertThat(result.checked()).isGreaterThanOrEqualTo(150);
    }

    @Test
    void another_value_another_label_another_decision_and_another_reason_are_found() throws IOException {
        Files.copy(CORPUS.resolve("city.json"), folder.resolve("city.json"));
        String text = Files.readString(CORPUS.resolve("records.json"));
        assertThat(failures(text)).isZero();
        assertThat(failures(text.replace("\"expect\": {\"note\": \"x\"}", "\"expect\": {\"note\": \"y\"}")))
                .isPositive();
        assertThat(failures(text.replace("\"label\": \"NONPERSONAL\"", "\"label\": \"DIRECT\"")))
                .isPositive();
        assertThat(failures(text.replace("\"decision\": \"permit\"", "\"decision\": \"gap\"")))
                .isPositive();
        assertThat(failures(text.replace("\"denied\": \"over-rate\"", "\"denied\": \"filtered\"")))
                .isPositive();
    }

    @Test
    void a_faulty_policy_where_none_is_expected_is_found() throws IOException {
        Files.copy(CORPUS.resolve("city.json"), folder.resolve("city.json"));
        String text = Files.readString(CORPUS.resolve("records.json"));
        assertThat(failures(text.replace("\"rate-limit\"", "\"rate-limt\""))).isPositive();
    }

    private int failures(String cases) throws IOException {
        Files.writeString(folder.resolve("cases.json"), cases);
        return ConformanceRunner.run(folder).failures().size();
    }
}
