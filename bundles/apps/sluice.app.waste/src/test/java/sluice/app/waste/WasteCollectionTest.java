package sluice.app.waste;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.testkit.ManualClock;
import sluice.testkit.app.AppRun;

/** Crews set out at 06:00; the tests begin the evening before. */
class WasteCollectionTest {
    private static final Instant EVENING = Instant.parse("2026-03-01T18:00:00Z");
    private static final Instant ROUND = Instant.parse("2026-03-02T06:00:00Z");

    private final ManualClock clock = ManualClock.at(EVENING);
    private final AppRun run = new AppRun(new WasteCollection(), clock);

    @Test
    void a_container_past_the_threshold_is_due_at_once() {
        tell(0.83);
        assertThat(run.published()).containsExactly(new PickupDue("bin-1", 0.83, EVENING));
    }

    @Test
    void a_container_below_the_threshold_is_not_due() {
        tell(0.79);
        assertThat(run.published()).isEmpty();
    }

    @Test
    void crews_are_told_once_in_a_filling_cycle() {
        tell(0.81);
        tellLater(Duration.ofHours(1), 0.9);
        tellLater(Duration.ofHours(1), 0.79);
        tellLater(Duration.ofHours(1), 0.95);
        assertThat(run.published()).hasSize(1);
    }

    @Test
    void crews_are_told_again_after_the_container_was_emptied() {
        tell(0.9);
        tellLater(Duration.ofHours(13), 0.05);
        tellLater(Duration.ofDays(6), 0.85);
        assertThat(run.published()).hasSize(2);
    }

    /** From 0.4 at 18:00 with 0.04 an hour the threshold is passed at 04:00, two hours before the round. */
    @Test
    void a_container_that_will_be_full_before_the_round_is_due_when_it_will_be() {
        tellAt(EVENING.minus(Duration.ofHours(10)), 0.0);
        tell(0.4);
        assertThat(run.published()).containsExactly(new PickupDue("bin-1", 0.4, Instant.parse("2026-03-02T04:00:00Z")));
    }

    @Test
    void a_container_that_lasts_until_the_round_is_not_due() {
        tellAt(EVENING.minus(Duration.ofHours(10)), 0.2);
        tell(0.4);
        assertThat(run.published()).isEmpty();
    }

    /** Once a round has passed, the next is a day away; the forecast that just held out no longer does, and no sensor need speak. */
    @Test
    void forecasts_are_looked_at_again_after_each_round() {
        tellAt(EVENING.minus(Duration.ofHours(10)), 0.2);
        tell(0.4);
        assertThat(run.wakes()).containsExactly(ROUND);
        run.advanceTo(ROUND);
        assertThat(run.published()).containsExactly(new PickupDue("bin-1", 0.4, Instant.parse("2026-03-02T14:00:00Z")));
        assertThat(run.wakes()).containsExactly(ROUND.plus(Duration.ofDays(1)));
    }

    @Test
    void a_repeated_observation_changes_nothing() {
        run.tell("a".repeat(32), new ContainerLevel("bin-1", 0.2, EVENING));
        var before = run.state();
        run.tell("a".repeat(32), new ContainerLevel("bin-1", 0.9, EVENING));
        assertThat(run.state()).isEqualTo(before);
        assertThat(run.notes()).containsEntry("late-or-repeated", 1L);
    }

    /** A late reading from before the emptying must not call the crews back. */
    @Test
    void a_late_observation_changes_nothing() {
        tell(0.1);
        tellAt(EVENING.minus(Duration.ofHours(1)), 0.95);
        assertThat(run.published()).isEmpty();
    }

    @Test
    void containers_are_kept_apart() {
        run.tell(new ContainerLevel("bin-1", 0.9, EVENING));
        run.tell(new ContainerLevel("bin-2", 0.2, EVENING));
        assertThat(run.published()).hasSize(1);
        assertThat(run.state()).containsOnlyKeys("fill/bin-1", "fill/bin-2");
    }

    @ParameterizedTest
    @CsvSource({"-0.01, 0", "1.01, 0", "NaN, 0", "0.9, 61", "0.9, -10081"})
    void what_can_not_be_used_is_counted_and_forgotten(double level, long minutesAhead) {
        tellAt(EVENING.plus(Duration.ofMinutes(minutesAhead)), level);
        assertThat(run.state()).isEmpty();
        assertThat(run.notes()).containsEntry("unusable-observations", 1L);
    }

    @Test
    void a_container_that_was_not_heard_of_for_two_months_is_forgotten() {
        tell(0.3);
        run.advanceTo(EVENING.plus(Duration.ofDays(62)));
        assertThat(run.state()).isEmpty();
        assertThat(run.wakes()).isEmpty();
    }

    private void tell(double level) {
        tellAt(clock.instant(), level);
    }

    private void tellLater(Duration later, double level) {
        clock.advance(later);
        tell(level);
    }

    private void tellAt(Instant observed, double level) {
        run.tell(new ContainerLevel("bin-1", level, observed));
    }
}
