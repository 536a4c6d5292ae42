package sluice.app.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.testkit.ManualClock;
import sluice.testkit.app.AppRun;

class TrafficPlanningTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:05:00Z");
    private static final String TODAY = "counts/2026-03-01T00:00:00Z/";

    private final ManualClock clock = ManualClock.at(NOON);
    private final AppRun run = new AppRun(new TrafficPlanning(), clock);

    /** Fact sheet: minimise what is collected. What the record can not hold, the application can not leak. */
    @Test
    void there_is_no_place_for_a_plate() {
        assertThat(List.of(Passage.class.getRecordComponents()))
                .extracting(RecordComponent::getName)
                .containsExactly("segment", "observed");
    }

    @Test
    void passages_are_counted_by_segment_and_quarter_hour() {
        tell("king-st-w/3", NOON, NOON.plus(Duration.ofMinutes(9)), NOON.plus(Duration.ofMinutes(10)));
        tell("queen-st-e/1", NOON);
        assertThat(quarters("king-st-w/3").get(48)).isEqualTo(2);
        assertThat(quarters("king-st-w/3").get(49)).isEqualTo(1);
        assertThat(quarters("queen-st-e/1").get(48)).isEqualTo(1);
    }

    @Test
    void the_operator_sees_the_total_of_the_day() {
        tell("king-st-w/3", NOON, NOON);
        tell("queen-st-e/1", NOON);
        assertThat(run.notes()).containsEntry("passages", 3L);
        clock.advance(Duration.ofDays(1));
        tell("king-st-w/3", clock.instant());
        assertThat(run.notes()).containsEntry("passages", 1L);
    }

    @Test
    void a_late_passage_counts_in_its_own_quarter_hour() {
        tell("king-st-w/3", NOON, NOON.minus(Duration.ofHours(2)));
        assertThat(quarters("king-st-w/3").get(40)).isEqualTo(1);
    }

    @Test
    void counts_are_kept_for_eight_days_and_no_longer() {
        tell("king-st-w/3", NOON);
        run.advanceTo(NOON.plus(Duration.ofDays(8)));
        assertThat(run.state()).containsKey(TODAY + "king-st-w/3");
        run.advanceTo(NOON.plus(Duration.ofDays(9)));
        assertThat(run.state()).doesNotContainKey(TODAY + "king-st-w/3");
        assertThat(run.wakes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-21T12:00:00Z", "2026-03-01T13:05:00Z", "-1000000000-01-01T00:00:00Z"})
    void an_instant_that_can_not_be_is_counted_and_forgotten(String observed) {
        tell("king-st-w/3", Instant.parse(observed));
        assertThat(run.state()).isEmpty();
        assertThat(run.notes()).containsEntry("unusable-observations", 1L);
    }

    @Test
    void segments_are_limited_and_those_already_counted_go_on() {
        for (int i = 0; i < 1_001; i++) {
            tell("segment-" + i, NOON);
        }
        tell("segment-0", NOON);
        assertThat(run.state()).doesNotContainKey(TODAY + "segment-1000");
        assertThat(run.notes()).containsEntry("segments-over-limit", 1L);
        assertThat(quarters("segment-0").get(48)).isEqualTo(2);
    }

    private void tell(String segment, Instant... observed) {
        for (Instant instant : observed) {
            run.tell(new Passage(segment, instant));
        }
    }

    private List<Long> quarters(String segment) {
        return ((DayCounts) run.state().getOrDefault(TODAY + segment, DayCounts.none(NOON))).quarters();
    }
}
