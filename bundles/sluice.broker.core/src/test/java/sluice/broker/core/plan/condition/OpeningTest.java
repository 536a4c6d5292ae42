package sluice.broker.core.plan.condition;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sluice.broker.core.model.PolicyCondition.Hours;

final class OpeningTest {
    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");

    @Test
    void it_is_open_from_the_first_minute_to_before_the_last() {
        Opening office = opening(Set.of(MONDAY), "08:00", "16:30");

        assertThat(isOpen(office, "2026-05-04T07:59:59-04:00")).isFalse();
        assertThat(isOpen(office, "2026-05-04T08:00:00-04:00")).isTrue();
        assertThat(isOpen(office, "2026-05-04T16:29:59-04:00")).isTrue();
        assertThat(isOpen(office, "2026-05-04T16:30:00-04:00")).isFalse();
        assertThat(isOpen(office, "2026-05-05T12:00:00-04:00")).isFalse();
    }

    /** The night of Friday is Friday's, also after midnight. */
    @Test
    void a_night_belongs_to_the_day_on_which_it_began() {
        Opening night = opening(Set.of(FRIDAY), "22:00", "06:00");

        assertThat(isOpen(night, "2026-05-08T05:59:00-04:00")).isFalse();
        assertThat(isOpen(night, "2026-05-08T22:00:00-04:00")).isTrue();
        assertThat(isOpen(night, "2026-05-09T05:59:00-04:00")).isTrue();
        assertThat(isOpen(night, "2026-05-09T06:00:00-04:00")).isFalse();
        assertThat(isOpen(night, "2026-05-09T22:00:00-04:00")).isFalse();
    }

    @Test
    void equal_ends_are_a_whole_day() {
        Opening weekend = opening(Set.of(SATURDAY, SUNDAY), "00:00", "00:00");

        assertThat(isOpen(weekend, "2026-05-08T23:59:00-04:00")).isFalse();
        assertThat(isOpen(weekend, "2026-05-09T00:00:00-04:00")).isTrue();
        assertThat(isOpen(weekend, "2026-05-10T23:59:59-04:00")).isTrue();
        assertThat(isOpen(weekend, "2026-05-11T00:00:00-04:00")).isFalse();
    }

    /** On 8 March 2026 Toronto's clocks go from 02:00 to 03:00, on 1 November from 02:00 back to 01:00. */
    @Test
    void the_citys_clock_counts_when_it_changes() {
        Opening early = opening(EnumSet.allOf(DayOfWeek.class), "01:30", "03:00");

        assertThat(isOpen(early, "2026-03-08T01:59:00-05:00")).isTrue();
        assertThat(isOpen(early, "2026-03-08T03:00:00-04:00")).isFalse();
        assertThat(isOpen(early, "2026-11-01T01:45:00-04:00")).isTrue();
        assertThat(isOpen(early, "2026-11-01T01:15:00-05:00")).isFalse();
        assertThat(isOpen(early, "2026-11-01T01:45:00-05:00")).isTrue();
    }

    @Test
    void a_clock_that_goes_back_is_believed() {
        Opening office = opening(Set.of(MONDAY), "08:00", "16:30");

        assertThat(isOpen(office, "2026-05-04T12:00:00-04:00")).isTrue();
        assertThat(isOpen(office, "2026-05-04T07:00:00-04:00")).isFalse();
        assertThat(isOpen(office, "1969-12-29T12:00:00-05:00")).isTrue();
    }

    @Test
    void hours_without_a_day_or_with_seconds_are_none() {
        assertThatThrownBy(() -> opening(Set.of(), "08:00", "16:30")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> opening(Set.of(MONDAY), "08:00:30", "16:30"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Opening opening(Set<DayOfWeek> days, String from, String to) {
        return new Opening(new Hours(days, LocalTime.parse(from), LocalTime.parse(to), TORONTO));
    }

    private static boolean isOpen(Opening opening, String at) {
        return opening.isOpen(
                Math.floorDiv(OffsetDateTime.parse(at).toInstant().toEpochMilli(), Opening.MINUTE_MILLIS));
    }
}
