package sluice.broker.core.plan.operator.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.operator.Operators;

/** A name for one trip. */
final class TripTest {
    private static final String TRIP = "{scope: city, gap: PT10M}";
    private static final String PLATE = "CTTA123";

    private final Operators operators = new Operators();
    private final Named trip = new Named(operators, "trip-pseudonym", TRIP, "app.planning");

    private String after(Duration time) {
        return String.valueOf(trip.at(Named.NOON.plus(time)).of(PLATE));
    }

    @Test
    void a_trip_has_one_name_until_its_subject_was_away_for_longer_than_the_gap() {
        String first = after(Duration.ZERO);
        assertThat(first).matches("[A-Za-z0-9_-]{16}");
        assertThat(after(Duration.ofMinutes(10))).isEqualTo(first);
        assertThat(after(Duration.ofMinutes(20))).isEqualTo(first);
        String second = after(Duration.ofMinutes(30).plusMillis(1));
        assertThat(second).isNotEqualTo(first);
        assertThat(after(Duration.ofMinutes(35))).isEqualTo(second);
    }

    @Test
    void no_trip_is_longer_than_a_day() {
        Set<String> names = new HashSet<>();
        for (int minutes = 0; minutes <= 2 * 24 * 60; minutes += 5) {
            names.add(after(Duration.ofMinutes(minutes)));
        }
        assertThat(names).hasSize(2);
    }

    @Test
    void a_reading_that_comes_late_belongs_to_the_trip_if_it_is_near_and_to_none_if_it_is_not() {
        String now = after(Duration.ofHours(1));
        assertThat(after(Duration.ofMinutes(55))).isEqualTo(now);
        String late = after(Duration.ZERO);
        assertThat(late).isNotEqualTo(now);
        assertThat(after(Duration.ZERO)).isNotEqualTo(late);
        assertThat(after(Duration.ofHours(1))).isEqualTo(now);
    }

    @Test
    void recipients_streams_and_sensors_share_no_name() {
        Named other = new Named(operators, "trip-pseudonym", TRIP, "app.parking");
        Named sensor = new Named(operators, "trip-pseudonym", "{scope: sensor, gap: PT10M}", "app.planning");
        Set<String> names = new HashSet<>();
        names.add(trip.of(PLATE));
        names.add(other.of(PLATE));
        names.add(sensor.by("camera-1").of(PLATE));
        names.add(sensor.by("camera-2").of(PLATE));
        assertThat(names).hasSize(4).doesNotContainNull();
    }

    /** A policy that is loaded anew does not cut the trips under way. */
    @Test
    void a_plan_that_is_made_anew_finds_the_trips_again() {
        String name = trip.of(PLATE);
        assertThat(new Named(operators, "trip-pseudonym", TRIP, "app.planning").of(PLATE))
                .isEqualTo(name);
        assertThat(new Named(operators, "trip-pseudonym", "{scope: city, gap: PT9M}", "app.planning").of(PLATE))
                .isNotEqualTo(name);
    }

    /** Against a map that forgets nothing. */
    @Test
    void trips_are_those_of_a_naive_model() {
        TripTable table = new TripTable(Duration.ofMinutes(10));
        Map<Long, long[]> naive = new HashMap<>();
        Map<Long, Long> named = new HashMap<>();
        SplittableRandom random = new SplittableRandom(3);
        long now = Named.NOON.toEpochMilli();
        long trips = 0;
        for (int i = 0; i < 200_000; i++) {
            now += random.nextInt(2_000);
            long subject = (random.nextInt(3_000) + 1L) * 0x9e3779b97f4a7c15L | 1;
            long[] known = naive.computeIfAbsent(subject, any -> new long[] {Long.MIN_VALUE / 2, 0, -1});
            if (now - known[0] > 600_000 || now - known[1] > 86_400_000) {
                known[1] = now;
                known[2] = trips++;
            }
            known[0] = now;
            long number = table.trip(subject, now);
            assertThat(named.computeIfAbsent(known[2], any -> number)).isEqualTo(number);
        }
        assertThat(new HashSet<>(named.values())).hasSize(named.size());
        assertThat(table.size()).isLessThan(3_000);
    }

    /** A million made-up identifiers: those beyond the bound have no name, and the memory does not grow. */
    @Test
    void a_flood_of_subjects_meets_a_bound_and_is_forgotten() {
        TripTable table = new TripTable(Duration.ofMinutes(10));
        SplittableRandom random = new SplittableRandom(4);
        long refused = 0;
        for (int i = 0; i < 1_000_000; i++) {
            refused += table.trip(random.nextLong() | 1, 1_000_000_000_000L + i / 1_000) == TripTable.FULL ? 1 : 0;
        }
        assertThat(refused).isEqualTo(1_000_000 - TripTable.MOST);
        assertThat(table.size()).isEqualTo(TripTable.MOST);
        assertThat(table.trip(1, 1_000_000_000_000L + Duration.ofMinutes(30).toMillis()))
                .isNotEqualTo(TripTable.FULL);
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void a_subject_beyond_the_bound_is_refused_under_a_reason_of_its_own() {
        List<Reason> refusals = new ArrayList<>();
        for (int i = 0; i <= TripTable.MOST; i++) {
            trip.at(Instant.EPOCH).of("P" + i);
            if (trip.refusal() != null) {
                refusals.add(trip.refusal());
            }
        }
        assertThat(refusals).containsExactly(Reason.TOO_MANY_SUBJECTS);
    }
}
