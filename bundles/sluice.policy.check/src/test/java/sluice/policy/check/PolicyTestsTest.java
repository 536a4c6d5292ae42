package sluice.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a city's rules: what passes, what fails and why, and what is no test. */
class PolicyTestsTest {
    private static final String GOOD = """
            test: lorries
            reading: {segment: king, speed: 57, lorry: true}
            expect: {segment: king, speed: 50}
            """;

    @TempDir
    Path folder;

    private TestCity city;

    @BeforeEach
    void build() {
        city = new TestCity(folder);
    }

    @Test
    void an_expected_observation_passes() {
        Report report = city.tests(GOOD).run();
        assertThat(report.isGood()).isTrue();
        assertThat(report.lines()).contains("policies/speeds.policy-test.yaml", "  ok    lorries");
        assertThat(report.text()).endsWith("policy tests: 1 of 1 passed; rules hit: 3 of 6 (50 %)\n");
    }

    @Test
    void another_value_fails_and_says_which_and_why() {
        Report report = city.tests(GOOD.replace("speed: 50", "speed: 55")).run();
        assertThat(report.isGood()).isFalse();
        assertThat(report.text())
                .contains("FAIL  line 5: lorries")
                .contains("`speed` expected `55.0`, got `50.0`")
                .contains("permitted by policy `speeds`")
                .endsWith("policy tests: 0 of 1 passed; rules hit: 0 of 6 (0 %)\n");
    }

    @Test
    void what_is_told_beyond_what_is_expected_fails() {
        Report report = city.tests(GOOD.replace(", speed: 50", "")).run();
        assertThat(report.text()).contains("`speed` expected `nothing`, got `50.0`");
    }

    @Test
    void an_observation_where_a_denial_is_expected_fails() {
        Report report = city.tests(GOOD.replace("expect: {segment: king, speed: 50}", "denied: filtered"))
                .run();
        assertThat(report.text()).contains("expected `filtered`, got `{segment=king, speed=50.0}`");
    }

    @Test
    void another_reason_than_the_expected_one_fails() {
        Report report = city.tests("""
                test: a car
                reading: {segment: king, speed: 57, lorry: false}
                denied: sampled-out
                """).run();
        assertThat(report.text()).contains("expected `sampled-out`, got `filtered`");
    }

    /** The first of a device's records passes, the second does not: what screens remember lasts through one test and no longer. */
    @Test
    void steps_come_one_after_the_other_and_each_test_begins_anew() {
        String steps = """
                test: every second one
                steps:
                  - {reading: {segment: king, speed: 57, lorry: true}, expect: {segment: king, speed: 50}}
                  - {reading: {segment: king, speed: 57, lorry: true}, denied: sampled-out}
                  - {reading: {segment: king, speed: 57, lorry: true}, expect: {segment: king, speed: 50}}
                """;
        assertThat(city.tests(steps, steps).run().passed()).isEqualTo(2);
    }

    @Test
    void a_household_is_told_to_nobody_at_this_ceiling() {
        Report report = city.tests(GOOD.replace("reading:", "device: {serves: household}\nreading:")
                        .replace("expect: {segment: king, speed: 50}", "denied: above-ceiling"))
                .run();
        assertThat(report.isGood()).as(report.text()).isTrue();
    }

    @Test
    void a_required_component_that_is_absent_refuses_the_observation() {
        String absent = """
                test: no speed
                ask: [segment, speed!]
                reading: {segment: king, lorry: true}
                denied: absent
                """;
        assertThat(city.tests(absent).run().isGood()).isTrue();
    }

    @Test
    void a_record_may_ask_for_another_type_and_does_not_bind() {
        String other = """
                test: speed as text
                ask: {speed: text}
                reading: {segment: king, speed: 57, lorry: true}
                denied: bad-plan
                """;
        assertThat(city.tests(other).run().isGood()).isTrue();
    }

    @Test
    void what_the_catalogue_does_not_declare_is_never_told() {
        String stripped = """
                test: a driver's own field, and one of the wrong type
                reading: {segment: king, speed: {mistyped: fast}, lorry: true, plate: SIM0001}
                expect: {segment: king}
                """;
        assertThat(city.tests(stripped).run().text()).contains("  ok    a driver's own field");
    }

    @Test
    void age_is_by_the_platforms_clock() {
        String old = """
                test: a month and a day
                at: 2026-06-01T00:00:00Z
                observedAt: 2026-05-01T00:00:00Z
                reading: {segment: king, speed: 57, lorry: true}
                denied: too-old
                """;
        assertThat(city.tests(old).run().isGood()).isTrue();
    }

    /** The keys of a rehearsal are known to everybody, so what a pseudonym comes to can be written down. */
    @Test
    void a_pseudonym_is_the_same_each_time_and_another_for_another_recipient() {
        assertThat(city.pseudonym("app.planning"))
                .isEqualTo(city.pseudonym("app.planning"))
                .hasSize(16);
        assertThat(city.pseudonym("app.traffic")).isNotEqualTo(city.pseudonym("app.planning"));
    }

    @Test
    void a_faulty_test_is_named_with_file_and_line_and_nothing_runs() {
        Report report = city.tests(GOOD, "test: x\nreading: {sped: 1}\ndenied: filterd\n")
                .run();
        assertThat(report.tests()).isZero();
        assertThat(report.isGood()).isFalse();
        assertThat(report.problems())
                .containsExactly("unknown-word `policies/speeds.policy-test.yaml` line 14: unknown reason `filterd`;"
                        + " did you mean `filtered`?");
    }

    @Test
    void a_value_of_the_wrong_type_is_a_fault_of_the_test() {
        Report report = city.tests("test: x\nreading: {speed: fast}\ndenied: filtered\n")
                .run();
        assertThat(report.problems()).singleElement().asString().contains("a `double` is wanted");
    }

    @Test
    void an_output_that_is_not_asked_for_is_a_fault_of_the_test() {
        Report report =
                city.tests(GOOD.replace("expect: {segment", "expect: {segmnt")).run();
        assertThat(report.problems()).singleElement().asString().contains("did you mean `segment`?");
    }

    @Test
    void both_or_neither_of_expect_and_denied_is_a_fault_of_the_test() {
        assertThat(city.tests("test: x\nreading: {speed: 1}\n").run().problems())
                .hasSize(1);
        assertThat(city.tests(GOOD + "denied: gap\n").run().problems()).hasSize(1);
    }

    @Test
    void faulty_policies_are_named_and_nothing_runs() {
        Report report =
                city.tests(GOOD).with("policies/bad.yaml", "policy: bad\n").run();
        assertThat(report.tests()).isZero();
        assertThat(report.problems()).anyMatch(line -> line.contains("`policies/bad.yaml` line 1"));
    }

    @Test
    void a_folder_without_tests_is_not_good() {
        assertThat(city.run().isGood()).isFalse();
    }
}
