package sluice.broker.core.window;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.broker.core.window.Bench.START;
import static sluice.broker.core.window.Bench.crowd;
import static sluice.broker.core.window.Bench.told;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sluice.broker.core.model.Reason;
import sluice.broker.core.shape.Slots;
import sluice.broker.core.window.Grouping.Role;
import sluice.broker.core.window.aggregate.Protection;

/** What a city, or somebody who means harm, may do to a window. */
final class TumblingFaultsTest {
    private static final long PLENTY = 200_000_000;
    private static final Instant OVER = START.plusSeconds(101);

    @Test
    void a_million_subjects_are_counted_exactly_and_give_their_memory_back() {
        Bench bench = new Bench(crowd(11), Role.LINE, PLENTY);
        SplittableRandom subjects = new SplittableRandom(1);
        for (int i = 0; i < 1_000_000; i++) {
            assertThat(bench.take("king", subjects.nextLong(), START)).isNull();
        }

        assertThat(told(bench.closeAt(OVER))).containsExactly("king 1000000");
        assertThat(bench.room.free()).isEqualTo(bench.allRoom);
    }

    @Test
    void a_subject_takes_at_most_32_bytes_at_a_hundred_thousand() {
        Bench bench = new Bench(crowd(11), Role.LINE, PLENTY);
        bench.crowd("king", 100_000, START);

        assertThat((bench.allRoom - bench.room.free()) / 100_000.0).isLessThanOrEqualTo(32);
    }

    /** Beyond the bound suppress, never release: a count of those that found room would be wrong, and of nobody knows whom. */
    @Test
    void a_window_without_memory_is_void_as_a_whole_and_the_next_one_is_not() {
        Bench bench = new Bench(crowd(11), Role.LINE, 100_000);
        bench.crowd("king", 50, START);
        SplittableRandom subjects = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            bench.take("queen", subjects.nextLong(), START);
        }
        assertThat(bench.take("king", 1, START)).isEqualTo(Reason.WINDOW_FULL);
        bench.now = START.plusSeconds(61);
        bench.crowd("king", 20, START.plusSeconds(61));

        List<Closed> closed = bench.closeAt(START.plusSeconds(161));

        assertThat(closed).extracting(Closed::voided).containsExactly(Closed.FULL, "");
        assertThat(told(closed)).containsExactly("king 20");
        assertThat(bench.room.free()).isEqualTo(bench.allRoom);
    }

    @Test
    void too_many_groups_void_the_window() {
        Bench bench = new Bench(crowd(11), Role.LINE, PLENTY);
        bench.crowd("king", 50, START);
        for (int i = 0; i < Groups.MOST; i++) {
            bench.take("place-" + i, i, START);
        }

        assertThat(bench.closeAt(OVER))
                .singleElement()
                .extracting(Closed::voided)
                .isEqualTo(Closed.FULL);
    }

    @Test
    void one_subject_that_is_everywhere_counts_in_as_many_groups_as_the_policy_says() {
        Bench bench = new Bench(new Protection(2, 1, 3, true), Role.SLICE, PLENTY);
        for (int place = 0; place < 10; place++) {
            bench.crowd("place-" + place, 2, START);
            for (int again = 0; again < 100; again++) {
                bench.take("place-" + place, 42, START);
            }
        }

        assertThat(told(bench.closeAt(OVER)))
                .filteredOn(row -> row.endsWith(" 3"))
                .hasSize(3);
    }

    @Test
    void when_all_leave_at_once_nothing_says_so() {
        Bench bench = new Bench(crowd(11), Role.LINE, PLENTY);
        bench.crowd("king", 5_000, START);
        bench.now = START.plusSeconds(60);
        bench.crowd("king", 3, START.plusSeconds(60));

        List<Closed> closed = bench.closeAt(START.plusSeconds(300));

        assertThat(told(closed)).containsExactly("king 5000");
    }

    @Test
    void a_clock_that_is_set_back_tells_no_window_twice() {
        Bench bench = new Bench(crowd(11), Role.LINE, PLENTY);
        bench.crowd("king", 20, START);
        assertThat(told(bench.closeAt(OVER))).hasSize(1);

        bench.now = START.plusSeconds(5);
        assertThat(bench.take("king", 99, START.plusSeconds(5))).isEqualTo(Reason.LATE);
        bench.crowd("king", 30, START.plusSeconds(6));

        assertThat(bench.closeAt(OVER.plusSeconds(900))).isEmpty();
    }

    @Test
    void a_clock_that_jumps_a_year_ahead_and_back_costs_the_windows_between_and_no_later_ones() {
        Bench bench = new Bench(crowd(11), Role.LINE, PLENTY);
        bench.crowd("king", 20, START);
        Instant ahead = START.plus(Duration.ofDays(365));
        bench.now = ahead;
        bench.crowd("king", 20, ahead);
        bench.now = START.plusSeconds(30);
        bench.crowd("king", 25, START.plusSeconds(20));

        List<Closed> closed = bench.closeAt(OVER);

        assertThat(closed).extracting(Closed::voided).containsExactly("", Closed.CLOCK);
        assertThat(told(closed)).hasSize(1);
        bench.now = START.plusSeconds(125);
        bench.crowd("king", 15, START.plusSeconds(125));
        assertThat(told(bench.closeAt(START.plusSeconds(300)))).containsExactly("king 15");
    }

    @Test
    void one_device_whose_clock_is_ahead_makes_no_other_late() {
        Bench bench = new Bench(crowd(11), Role.LINE, PLENTY);
        bench.take("king", 1, START.plusSeconds(290));

        assertThat(bench.take("king", 2, START)).isNull();
        assertThat(bench.take("king", 3, START.plus(Duration.ofHours(2)))).isEqualTo(Reason.WINDOW_VOID);
    }

    @Test
    void what_is_seen_of_a_window_that_began_before_is_void() {
        Tumbling late = new Tumbling(
                Bench.grouping(crowd(11), Role.LINE),
                Bench.MINUTES,
                new Room(PLENTY),
                Birth.at(START.plusSeconds(30)),
                new SplittableRandom(1));

        assertThat(late.close(START.plusSeconds(30)))
                .singleElement()
                .satisfies(one -> assertThat(one.voided()).isEqualTo(Closed.PARTIAL));
        assertThat(late.take(incoming(), START.plusSeconds(31))).isEqualTo(Reason.WINDOW_VOID);
    }

    /** With ten seconds for late records: killed five seconds into a minute, the minute before was not told either. */
    @Test
    void what_was_not_told_when_the_platform_was_killed_is_void() {
        assertThat(lost(START.plusSeconds(5), START.plusSeconds(600)))
                .containsExactly(START.minusSeconds(60), START, START.plusSeconds(600));
        assertThat(lost(START.plusSeconds(15), START.plusSeconds(600))).containsExactly(START, START.plusSeconds(600));
        assertThat(lost(START.plusSeconds(15), START.plusSeconds(600).plus(Duration.ofDays(3_653))))
                .hasSize(2);
        assertThat(lost(START.plusSeconds(15), START.plusSeconds(30)))
                .as("begun again in the same window, and told once")
                .containsExactly(START);
        assertThat(lost(START.plusSeconds(600), START.plusSeconds(10)))
                .as("a clock that was set back")
                .containsExactly(START);
    }

    private static List<Instant> lost(Instant killed, Instant at) {
        Tumbling next = new Tumbling(
                Bench.grouping(crowd(11), Role.LINE),
                Bench.MINUTES,
                new Room(PLENTY),
                new Birth(at.plusSeconds(1), killed),
                new SplittableRandom(1));
        List<Closed> closed = next.close(at.plusSeconds(2));
        assertThat(closed).allMatch(Closed::isVoid).allMatch(one -> one.rows().isEmpty());
        return closed.stream().map(Closed::start).toList();
    }

    private static Incoming incoming() {
        Slots values = new Slots(2);
        values.setObject(0, "king");
        return new Incoming(values, 1, 0, START.plusSeconds(31));
    }
}
