package sluice.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rules count as hit. The city has six: a policy, two conditions of a filter, a sample, two outputs. */
class CoverageTest {
    private static final String TOLD = """
            test: told
            reading: {segment: king, speed: 57, lorry: true}
            expect: {segment: king, speed: 50}
            """;
    private static final String NO_LORRY = """
            test: no lorry
            reading: {segment: king, speed: 57, lorry: false}
            denied: filtered
            """;
    private static final String NO_SEGMENT = """
            test: another street
            reading: {segment: bay, speed: 57, lorry: true}
            denied: filtered
            """;
    private static final String SECOND = """
            test: every second
            steps:
              - {reading: {segment: king, speed: 57, lorry: true}, expect: {segment: king, speed: 50}}
              - {reading: {segment: king, speed: 57, lorry: true}, denied: sampled-out}
            """;

    @TempDir
    Path folder;

    private TestCity city;

    @BeforeEach
    void build() {
        city = new TestCity(folder);
    }

    @Test
    void all_rules_are_hit_by_tests_that_need_each_of_them() {
        Report report = city.tests(TOLD, NO_LORRY, NO_SEGMENT, SECOND).run();
        assertThat(report.isComplete()).as(report.text()).isTrue();
        assertThat(report.percent()).isEqualTo(100);
    }

    @Test
    void each_condition_of_a_filter_is_a_rule_of_its_own() {
        Report report = city.tests(TOLD, NO_LORRY, SECOND).run();
        assertThat(report.isComplete()).isFalse();
        assertThat(report.lines())
                .filteredOn(line -> line.startsWith("not hit"))
                .containsExactly(
                        "not hit: `policies/speeds.yaml` line 1: records of `speeds` -> filter {segment: {oneOf:"
                                + " [king, queen]}}");
    }

    @Test
    void an_operator_on_records_is_not_hit_by_a_record_that_an_earlier_one_held_back() {
        Report report = city.tests(NO_LORRY).run();
        assertThat(report.hit()).isEqualTo(1);
    }

    @Test
    void a_condition_is_a_rule_that_is_hit_where_it_does_not_hold() {
        city.with("policies/speeds.yaml", """
                policy: speeds
                permit: {stream: traffic.passage, purpose: planning, recipient: app.planning}
                conditions: [{agreement: data-2026}, {assessment: pia-7}]
                fields: {segment: keep}
                retention: {atMost: P30D}
                """);
        String told = "test: all hold\nconditions: {agreements: [data-2026], assessments: [pia-7]}\n"
                + "reading: {segment: king}\nexpect: {segment: king}\n";
        String noAgreement = "test: no agreement\nconditions: {assessments: [pia-7]}\n"
                + "reading: {segment: king}\ndenied: no-agreement\n";
        String noApproval = "test: no approval\nconditions: {agreements: [data-2026]}\n"
                + "reading: {segment: king}\ndenied: no-assessment\n";
        Report incomplete = city.tests(told, noAgreement).run();
        assertThat(incomplete.hit()).as(incomplete.text()).isEqualTo(3);
        assertThat(incomplete.text()).contains("condition of `speeds`: assessment `pia-7` is approved");
        assertThat(city.tests(told, noAgreement, noApproval).run().isComplete()).isTrue();
    }

    @Test
    void an_output_that_is_absent_is_not_hit() {
        String noSpeed = "test: no speed\nreading: {segment: king, lorry: true}\nexpect: {segment: king}\n";
        Report report = city.tests(noSpeed).run();
        assertThat(report.lines()).anyMatch(line -> line.contains("line 8: field `speed` -> bucket 10 -> `speed`"));
    }

    @Test
    void a_test_that_fails_hits_nothing() {
        assertThat(city.tests(TOLD.replace("50", "51")).run().hit()).isZero();
    }

    @Test
    void percent_is_rounded_down_so_that_a_hundred_is_all() {
        assertThat(new Report(1, 1, 1_000, 999, java.util.List.of(), java.util.List.of()).percent())
                .isEqualTo(99);
    }
}
