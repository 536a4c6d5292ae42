package sluice.broker.core.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.broker.core.flow.Corridor.TEN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.broker.core.Town;
import sluice.broker.core.flow.Corridor.Count;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.plan.Ruling;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.Outcome;
import sluice.broker.core.window.Closed;

/** Windows on the line: what is absorbed, when something is told, and when nothing is. */
final class FlowWindowTest {
    private static final Policy COUNTS = Corridor.counts(Corridor.window("plate", 11));
    private static final FlowKey FLOW = new FlowKey(Town.PASSAGES, "planning", "app.planning");
    private static final Instant QUARTER = TEN.plus(Duration.ofMinutes(15));
    private static final Instant OVER = QUARTER.plus(Duration.ofMinutes(7));

    private final Corridor corridor = new Corridor(TEN);

    /** The policy of the documentation's example. */
    @Test
    void a_quarter_of_an_hour_is_told_once_segment_by_segment() {
        corridor.join("planning", Count.class, COUNTS);
        corridor.now = TEN.plusSeconds(60);
        corridor.passMany(40, "king", corridor.now);
        corridor.passMany(30, "queen", corridor.now);

        corridor.until(corridor.now);
        assertThat(corridor.told()).isEmpty();

        corridor.until(OVER);
        corridor.until(OVER.plusSeconds(60));
        assertThat(corridor.told()).containsExactly("king 2026-05-04T10:00:00Z 40", "queen 2026-05-04T10:00:00Z 30");
        assertThat(corridor.ports.disclosed).isEmpty();
        assertThat(corridor.ports.spooled).isEmpty();
    }

    @Test
    void its_label_is_aggregate_and_the_rules_say_why() {
        corridor.join("planning", Count.class, COUNTS);

        Ruling ruling = corridor.router.explain(FLOW);

        assertThat(((Ruling.Permitted) ruling).label()).isEqualTo(Label.AGGREGATE);
        assertThat(ruling.considered())
                .anyMatch(line -> line.contains("`plate` DIRECT -> count -> `vehicles` AGGREGATE"));
    }

    @Test
    void a_message_is_committed_when_a_window_took_it() {
        corridor.join("planning", Count.class, COUNTS);

        assertThat(corridor.pass("ABC", "king", TEN)).isEqualTo(Outcome.COMMITTED);
    }

    @Test
    void ten_cars_are_not_told_and_neither_is_the_group_beside_them() {
        corridor.join("planning", Count.class, COUNTS);
        corridor.passMany(10, "king", TEN);
        corridor.passMany(30, "queen", TEN);
        corridor.passMany(30, "bay", TEN);

        corridor.until(OVER);

        assertThat(corridor.told()).hasSize(1).noneMatch(row -> row.startsWith("king"));
    }

    @Test
    void one_car_that_passes_a_thousand_times_is_one() {
        corridor.join("planning", Count.class, COUNTS);
        for (int i = 0; i < 1_000; i++) {
            corridor.pass("ABC", "king", TEN);
        }

        corridor.until(OVER);

        assertThat(corridor.told()).isEmpty();
    }

    @Test
    void a_record_after_its_window_is_late_and_counted() {
        corridor.join("planning", Count.class, COUNTS);
        corridor.passMany(12, "king", TEN.plusSeconds(10));
        corridor.now = QUARTER.plusSeconds(91);
        corridor.passMany(1, "queen", QUARTER.plusSeconds(61));

        corridor.passMany(1, "king", QUARTER.minusSeconds(60));

        assertThat(corridor.ports.tallied).containsEntry("app.planning late", 1);
        corridor.until(corridor.now);
        assertThat(corridor.told()).containsExactly("king 2026-05-04T10:00:00Z 12");
    }

    /** A crash voids the open window: the platform that starts in its middle has seen a part of it only. */
    @Test
    void after_a_restart_in_mid_window_the_window_is_void_and_the_next_is_whole() {
        corridor.now = TEN.plusSeconds(300);
        corridor.start();
        corridor.join("planning", Count.class, COUNTS);
        corridor.passMany(50, "king", corridor.now);
        corridor.now = QUARTER.plusSeconds(1);
        corridor.passMany(20, "king", corridor.now);

        corridor.until(OVER.plus(Duration.ofMinutes(15)));

        assertThat(corridor.told()).containsExactly("king 2026-05-04T10:15:00Z 20");
        assertThat(corridor.ports.tallied).containsEntry("app.planning window-void", 50);
        assertThat(corridor.ports.events)
                .anyMatch(event -> event.startsWith("window-void") && event.contains("why=partial"));
    }

    @Test
    void after_a_kill_the_window_that_was_open_is_published_as_void_once() {
        corridor.now = OVER;
        corridor.start(TEN.plusSeconds(300));
        corridor.join("planning", Count.class, COUNTS);
        corridor.until(OVER);
        corridor.router.activate(Town.with(Corridor.counts(Corridor.window("plate", 15))));

        corridor.until(OVER.plusSeconds(60));

        assertThat(corridor.ports.events)
                .filteredOn(event -> event.contains("why=killed"))
                .singleElement()
                .asString()
                .contains("start=" + TEN);
    }

    /** A turn may come between the making of a gathering and its first source; then nobody could be told. */
    @Test
    void what_is_void_waits_until_somebody_can_be_told() {
        corridor.now = TEN.plusSeconds(300);
        corridor.router.activate(Town.with(COUNTS));
        corridor.router.join(new Asking("planning", "app.planning", Count.class, corridor.ports));
        Gathering made = corridor.gatherings
                .of(FLOW, corridor.router.explain(FLOW), "ground")
                .orElseThrow();

        corridor.gatherings.turn();

        assertThat(made.close(corridor.now)).hasSize(1).allMatch(Closed::isVoid);
    }

    @Test
    void a_policy_that_says_something_else_voids_the_open_window() {
        corridor.join("planning", Count.class, COUNTS);
        corridor.passMany(50, "king", TEN);
        corridor.now = TEN.plusSeconds(300);
        corridor.router.activate(Town.with(Corridor.counts(Corridor.window("plate", 15))));

        corridor.until(OVER);

        assertThat(corridor.told()).isEmpty();
        assertThat(corridor.ports.events).anyMatch(event -> event.contains("why=abandoned"));
    }

    @Test
    void a_policy_set_with_the_same_words_keeps_the_open_window() {
        corridor.join("planning", Count.class, COUNTS);
        corridor.passMany(50, "king", TEN);
        corridor.router.activate(Town.with(COUNTS, Town.LEVELS));
        corridor.passMany(51, "king", TEN.plusSeconds(3));

        corridor.until(OVER);

        assertThat(corridor.told()).containsExactly("king 2026-05-04T10:00:00Z 51");
    }

    @Test
    void a_recipient_that_leaves_voids_the_open_window() {
        Asking asking = new Asking("planning", "app.planning", Count.class, corridor.ports);
        corridor.router.activate(Town.with(COUNTS));
        corridor.router.join(asking);
        corridor.passMany(50, "king", TEN);
        corridor.router.leave(asking);
        corridor.router.join(asking);
        corridor.passMany(50, "king", TEN.plusSeconds(1));

        corridor.until(OVER);

        assertThat(corridor.told()).isEmpty();
        assertThat(corridor.ports.events).anyMatch(event -> event.contains("why=abandoned"));
    }

    @Test
    void while_the_ledger_is_down_a_window_waits_and_is_not_lost() {
        corridor.join("planning", Count.class, COUNTS);
        corridor.passMany(12, "king", TEN);
        corridor.ports.isDown = true;
        corridor.until(OVER);
        assertThat(corridor.told()).isEmpty();

        corridor.ports.isDown = false;
        corridor.until(OVER.plusSeconds(1));

        assertThat(corridor.told()).hasSize(1);
    }

    @Test
    void when_the_platform_stops_the_open_window_is_published_as_void() {
        corridor.join("planning", Count.class, COUNTS);
        corridor.passMany(12, "king", TEN);

        corridor.gatherings.close();
        corridor.flow.tell(corridor.gatherings);

        assertThat(corridor.told()).isEmpty();
        assertThat(corridor.ports.events).anyMatch(event -> event.contains("why=abandoned"));
        corridor.passMany(1, "king", TEN);
        assertThat(corridor.ports.tallied).containsEntry("app.planning window-void", 1);
    }

    /** Counting by quarter of an hour for one purpose and by five minutes for another would tell ten minutes of both. */
    @Test
    void two_windows_of_one_stream_to_one_recipient_are_a_mistake() {
        Policy other = Corridor.counts(Corridor.window("plate", 15), "enforcement", "app.planning");
        corridor.join("planning", Count.class, COUNTS, other);

        assertThat(corridor.router.explain(FLOW))
                .isInstanceOfSatisfying(
                        Ruling.Denied.class,
                        denied -> assertThat(denied.why()).contains("windows of one stream to one recipient"));
    }

    @Test
    void without_a_threshold_it_is_above_the_ceiling() {
        corridor.join("planning", Count.class, Corridor.counts(Corridor.window("plate", 1)));

        assertThat(why())
                .contains("`vehicles` label INDIRECT is above the ceiling")
                .contains("atLeast");
    }

    @Test
    void only_who_identifies_can_be_counted_as_one() {
        for (String field : List.of("speed", "observed", "confidence", "segment", "nothing", "by-device")) {
            corridor.join("planning", Count.class, Corridor.counts(Corridor.window(field, 11)));
            assertThat(why()).as(field).contains("bad-plan");
        }
        corridor.join("planning", Count.class, Corridor.counts(Corridor.window("", 11)));
        assertThat(why()).contains("say with `distinct` whom a record is about");
    }

    private String why() {
        List<String> considered = corridor.router.explain(FLOW).considered();
        return considered.get(considered.size() - 1);
    }
}
