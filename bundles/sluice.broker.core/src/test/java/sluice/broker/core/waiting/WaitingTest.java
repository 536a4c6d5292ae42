package sluice.broker.core.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sluice.broker.core.model.Reason;
import sluice.broker.core.shape.Slots;
import sluice.broker.core.window.Closed;
import sluice.broker.core.window.Incoming;
import sluice.broker.core.window.Stage;
import sluice.driver.spi.Point;

/** Operators that keep records for a while, under a clock that the test sets. */
final class WaitingTest {
    private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");

    /** A hundredth of a degree of latitude is 1,112 m. */
    private static final double METRES_PER_DEGREE = 111_195;

    private Instant now = START;

    @Test
    void a_delay_tells_each_record_so_much_later_and_none_earlier() {
        Delay delay = new Delay(Duration.ofMinutes(10));
        for (int minute = 0; minute < 5; minute++) {
            now = START.plusSeconds(60L * minute);
            assertThat(take(delay, 0, minute)).isNull();
        }

        assertThat(told(delay, START.plusSeconds(599))).isEmpty();
        assertThat(told(delay, START.plusSeconds(720))).containsExactly(0L, 1L, 2L);
        assertThat(told(delay, START.plusSeconds(840))).containsExactly(3L, 4L);
    }

    @Test
    void a_clock_that_is_set_back_delays_nobody_longer_than_from_then_on() {
        Delay delay = new Delay(Duration.ofMinutes(10));
        take(delay, 0, 1);

        assertThat(told(delay, START.minus(Duration.ofDays(1)))).containsExactly(1L);
    }

    @Test
    void more_records_than_fit_are_refused() {
        Delay delay = new Delay(Duration.ofMinutes(10));
        for (int i = 0; i < Delay.MOST; i++) {
            take(delay, 0, i);
        }
        assertThat(take(delay, 0, 7)).isEqualTo(Reason.BUFFER_FULL);
    }

    @Test
    void a_batch_is_told_whole_in_another_order() {
        Shuffle shuffle = new Shuffle(50, Duration.ofHours(1), new SplittableRandom(1));
        for (int i = 0; i < 99; i++) {
            take(shuffle, 0, i);
        }
        List<Long> told = told(shuffle, now);

        assertThat(told)
                .hasSize(50)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, 50).boxed().toList())
                .isNotEqualTo(LongStream.range(0, 50).boxed().toList());
    }

    /** Each record is as likely to be told first: the place says nothing. */
    @Test
    void every_order_is_as_likely() {
        int[] first = new int[4];
        SplittableRandom random = new SplittableRandom(3);
        for (int run = 0; run < 4_000; run++) {
            Shuffle shuffle = new Shuffle(4, Duration.ofHours(1), random);
            for (int i = 0; i < 4; i++) {
                take(shuffle, 0, i);
            }
            first[told(shuffle, now).get(0).intValue()]++;
        }
        assertThat(Arrays.stream(first).boxed().toList())
                .allSatisfy(times -> assertThat(times).isBetween(850, 1_150));
    }

    @Test
    void a_batch_that_does_not_fill_in_time_is_not_told() {
        Shuffle shuffle = new Shuffle(50, Duration.ofHours(1), new SplittableRandom(1));
        take(shuffle, 0, 1);

        assertThat(shuffle.close(START.plus(Duration.ofHours(1))))
                .singleElement()
                .satisfies(closed -> {
                    assertThat(closed.rows()).isEmpty();
                    assertThat(closed.lost()).isEqualTo(1);
                });
    }

    /** A car drives 3 km straight on, a record each 100 m: the first and last 300 m are nobody's business. */
    @Test
    void the_ends_of_a_trip_are_not_told_in_metres() {
        TrimTripEnds trim = new TrimTripEnds(new TrimTripEnds.Ends(300, Duration.ZERO, Duration.ofMinutes(10)));
        for (int i = 0; i <= 30; i++) {
            now = START.plusSeconds(10L * i);
            trim.take(at(i, 100 * i, now), now);
        }

        assertThat(told(trim, now.plus(Duration.ofMinutes(10)))).containsExactlyElementsOf(numbers(3, 27));
    }

    @Test
    void the_ends_of_a_trip_are_not_told_in_time() {
        TrimTripEnds trim = new TrimTripEnds(new TrimTripEnds.Ends(0, Duration.ofMinutes(2), Duration.ofMinutes(10)));
        for (int i = 0; i <= 30; i++) {
            now = START.plusSeconds(30L * i);
            trim.take(at(i, 0, now), now);
        }

        assertThat(told(trim, now.plus(Duration.ofMinutes(10)))).containsExactlyElementsOf(numbers(4, 26));
    }

    /** A position wanders by some metres all night; as the crow flies it never leaves. */
    @Test
    void a_parked_car_is_not_told_however_long_it_sends() {
        TrimTripEnds trim = new TrimTripEnds(new TrimTripEnds.Ends(300, Duration.ZERO, Duration.ofMinutes(10)));
        SplittableRandom random = new SplittableRandom(2);
        List<Long> told = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            now = START.plusSeconds(60L * i);
            trim.take(at(i, random.nextInt(100), now), now);
            told.addAll(told(trim, now));
        }
        assertThat(told).isEmpty();
    }

    @Test
    void after_a_gap_a_new_trip_begins_and_what_waited_is_lost() {
        TrimTripEnds trim = new TrimTripEnds(new TrimTripEnds.Ends(0, Duration.ofMinutes(1), Duration.ofMinutes(10)));
        for (int minute : new int[] {0, 1, 2, 30, 31, 32}) {
            now = START.plusSeconds(60L * minute);
            trim.take(at(minute, 0, now), now);
        }
        assertThat(told(trim, now)).containsExactly(1L, 31L);
    }

    @Test
    void each_subject_has_a_trip_of_its_own() {
        TrimTripEnds trim = new TrimTripEnds(new TrimTripEnds.Ends(0, Duration.ofMinutes(1), Duration.ofMinutes(10)));
        for (int minute = 0; minute < 5; minute++) {
            now = START.plusSeconds(60L * minute);
            take(trim, minute, minute);
        }
        assertThat(told(trim, now)).isEmpty();
    }

    @Test
    void what_is_given_up_is_counted() {
        Delay delay = new Delay(Duration.ofMinutes(10));
        take(delay, 0, 1);
        assertThat(delay.abandon())
                .singleElement()
                .satisfies(closed -> assertThat(closed.lost()).isOne());
    }

    private @Nullable Reason take(Stage stage, long subject, long number) {
        return stage.take(new Incoming(slots(number), subject, 0, now), now);
    }

    private static Incoming at(long number, double metres, Instant at) {
        return new Incoming(slots(number), 42, 0, at, new Point(43 + metres / METRES_PER_DEGREE, -79));
    }

    private static Slots slots(long number) {
        Slots slots = new Slots(1);
        slots.setLong(0, number);
        return slots;
    }

    private static List<Long> told(Stage stage, Instant at) {
        return stage.close(at).stream()
                .map(Closed::rows)
                .flatMap(List::stream)
                .map(row -> row.getLong(0))
                .toList();
    }

    private static List<Long> numbers(int from, int to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}
