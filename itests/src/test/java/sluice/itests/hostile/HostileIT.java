package sluice.itests.hostile;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every attack works where the guard is off, and none where it is on; and admission is not the only thing that stops them. */
@Timeout(900)
final class HostileIT {
    private static final int LEAST_CASES = 60;
    private static final int LEAST_OF_A_FAMILY = 3;

    private static Suite suite;

    @BeforeAll
    static void build() {
        suite = new Suite();
    }

    @AfterAll
    static void close() {
        suite.close();
    }

    @Test
    void there_are_enough_of_each_family() {
        assertThat(suite.cases()).hasSizeGreaterThanOrEqualTo(LEAST_CASES);
        Map<String, Long> families = suite.cases().stream()
                .collect(groupingBy(packed -> packed.attack().family(), TreeMap::new, counting()));
        assertThat(families)
                .hasSize(18)
                .allSatisfy((family, count) -> assertThat(count).as(family).isGreaterThanOrEqualTo(LEAST_OF_A_FAMILY));
    }

    /** A case that can not succeed proves nothing. */
    @Test
    void every_case_escapes_where_nothing_stops_it() {
        List<Outcome> outcomes = suite.run("off", "none");
        assertThat(outcomes).filteredOn(outcome -> !outcome.isEscaped()).isEmpty();
    }

    @Test
    void no_case_escapes_the_guard_and_the_platform_goes_on() {
        List<Outcome> outcomes = suite.run("on", "all", Platform::mustBeWell);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.isEscaped() || outcome.isError())
                .isEmpty();
    }

    @Test
    void what_admission_would_have_let_in_is_stopped_later_in_every_family() {
        List<Outcome> outcomes =
                suite.runUntilStopped("no-admission", "resolve+services+weave+agent+jdk", LEAST_OF_A_FAMILY);
        Map<String, Long> stopped = outcomes.stream()
                .filter(Outcome::isStopped)
                .collect(groupingBy(outcome -> outcome.attack().family(), TreeMap::new, counting()));
        assertThat(stopped)
                .hasSize(18)
                .allSatisfy((family, count) -> assertThat(count).as(family).isGreaterThanOrEqualTo(LEAST_OF_A_FAMILY));
    }
}
