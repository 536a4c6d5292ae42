package sluice.itests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every attack works where the guard is off, and none where it is on. */
@Timeout(900)
final class HostileIT {
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
    void every_case_escapes_where_nothing_stops_it() {
        List<Outcome> outcomes = suite.run("off", "none");
        assertThat(outcomes).filteredOn(outcome -> !outcome.isEscaped()).isEmpty();
    }
}
