package sluice.broker.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EpochRuleTest {
    /** In Toronto clocks go back on 2026-11-01 and forward on 2026-03-08, both at 2 in the morning. */
    @ParameterizedTest
    @CsvSource({
        "P1D, America/Toronto, 2026-11-25T12:00:00Z, 2026-11-25T05:00:00Z, 2026-11-26T05:00:00Z",
        "P1D, America/Toronto, 2026-11-25T04:59:59Z, 2026-11-24T05:00:00Z, 2026-11-25T05:00:00Z",
        "P1D, America/Toronto, 2026-11-01T12:00:00Z, 2026-11-01T04:00:00Z, 2026-11-02T05:00:00Z",
        "P1D, America/Toronto, 2026-03-08T12:00:00Z, 2026-03-08T05:00:00Z, 2026-03-09T04:00:00Z",
        "P7D, UTC, 2026-11-25T12:00:00Z, 2026-11-23T00:00:00Z, 2026-11-30T00:00:00Z",
        "P7D, UTC, 1960-01-01T00:00:00Z, 1959-12-28T00:00:00Z, 1960-01-04T00:00:00Z",
        "PT6H, America/Toronto, 2026-11-01T09:30:00Z, 2026-11-01T04:00:00Z, 2026-11-01T10:00:00Z",
        "PT6H, America/Toronto, 2026-11-02T04:30:00Z, 2026-11-02T04:00:00Z, 2026-11-02T05:00:00Z",
        "PT7H, UTC, 2026-11-25T23:00:00Z, 2026-11-25T21:00:00Z, 2026-11-26T00:00:00Z",
        "PT15M, Asia/Kathmandu, 2026-11-25T12:01:00Z, 2026-11-25T12:00:00Z, 2026-11-25T12:15:00Z"
    })
    void time_is_cut_where_the_city_has_its_midnight(
            Duration length, ZoneId zone, Instant at, Instant from, Instant until) {
        assertThat(new EpochRule(length, zone).at(at)).isEqualTo(new Epoch(from, until));
    }

    /** Neither a gap nor an overlap, through a year with both changes of the clocks. */
    @ParameterizedTest
    @CsvSource({"P1D, America/Toronto", "P31D, Australia/Lord_Howe", "PT5H, America/Toronto", "PT1M, UTC"})
    void every_epoch_begins_where_the_last_one_ended(Duration length, ZoneId zone) {
        EpochRule rule = new EpochRule(length, zone);
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < 3_000; i++) {
            Epoch epoch = rule.at(at);
            assertThat(epoch.holds(at)).isTrue();
            assertThat(rule.at(epoch.until()).from()).isEqualTo(epoch.until());
            at = epoch.until();
        }
    }

    @ParameterizedTest
    @CsvSource({"PT59S, UTC", "PT25H, UTC", "P367D, UTC", "P1D, Atlantis/Centre", "PT0S, UTC", "-P1D, UTC"})
    void what_makes_no_sense_is_no_rule(Duration length, String zone) {
        assertThat(EpochRule.of(length, zone)).isEmpty();
    }

    @Test
    void epochs_that_only_touch_do_not_overlap() {
        EpochRule rule = new EpochRule(Duration.ofDays(1), ZoneId.of("UTC"));
        Epoch epoch = rule.at(Instant.EPOCH);
        assertThat(epoch.overlaps(rule.at(epoch.until()))).isFalse();
        assertThat(epoch.overlaps(new EpochRule(Duration.ofDays(7), ZoneId.of("UTC")).at(Instant.EPOCH)))
                .isTrue();
    }
}
