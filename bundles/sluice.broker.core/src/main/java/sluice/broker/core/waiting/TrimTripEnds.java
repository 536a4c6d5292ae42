package sluice.broker.core.waiting;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Reason;
import sluice.broker.core.shape.Slots;
import sluice.broker.core.window.Closed;
import sluice.broker.core.window.Incoming;
import sluice.broker.core.window.Stage;
import sluice.driver.spi.Point;

/**
 * Keeps the ends of trips back, where people live and work. A trip is what one subject sends without a gap.
 *
 * <ol>
 *   <li>From its first record on nothing is told until a record is so far from that one, in metres as the crow flies, in time, or both.
 *   <li>What follows waits, in order, until a later record of the trip is so far from it.
 *   <li>When the trip is over what waits is never told. Nobody knows before that a record is among the last, so every one waits.
 * </ol>
 *
 * <p>As the crow flies, because a parked car's position wanders, and would have travelled any distance by morning.
 */
public final class TrimTripEnds implements Stage {
    /** As many subjects are on their way at once. */
    public static final int MOST_TRIPS = 10_000;

    /** As many records wait. */
    public static final int MOST_RECORDS = 100_000;

    private static final long SWEEP_MILLIS = 1_000;

    /** A record that waited a day is never told: somebody is parked. */
    private static final long LONGEST_MILLIS = Duration.ofDays(1).toMillis();

    private final Ends ends;
    private final Map<Long, Trip> trips = new HashMap<>();
    private final List<Slots> ready = new ArrayList<>();
    private int waiting;
    private long lost;
    private long nextSweep = Long.MIN_VALUE;

    /**
     * How much is kept back.
     *
     * @param metres from either end, 0 for no distance
     * @param time from either end, zero for no time
     * @param gap silence after which a trip is over
     */
    public record Ends(double metres, Duration time, Duration gap) {
        public Ends {
            requireNonNull(time, "time is null");
            requireNonNull(gap, "gap is null");
        }

        private boolean isFar(Spot from, Spot to) {
            return to.at - from.at >= time.toMillis() && (metres == 0 || metres(from, to) >= metres);
        }

        private static double metres(Spot from, Spot to) {
            return from.place == null || to.place == null ? 0 : Distance.metres(from.place, to.place);
        }
    }

    /** When and where a record was observed. */
    private record Spot(long at, @Nullable Point place) {}

    private record Waiting(Spot spot, Slots values) {}

    private static final class Trip {
        private final Spot first;
        private final Deque<Waiting> records = new ArrayDeque<>();
        private boolean hasLeft;
        private long lastAt;
        private long lastSeen;

        Trip(Spot first) {
            this.first = first;
            this.lastAt = first.at;
        }
    }

    /**
     * Nobody is on the way.
     *
     * @param ends how much is kept back
     */
    public TrimTripEnds(Ends ends) {
        this.ends = requireNonNull(ends, "ends is null");
    }

    @Override
    public synchronized @Nullable Reason take(Incoming incoming, Instant now) {
        Spot spot = new Spot(incoming.at().toEpochMilli(), incoming.place());
        if (ends.metres > 0 && spot.place == null) {
            return Reason.ABSENT;
        }
        Trip trip = trip(incoming.subject(), spot);
        if (trip == null || waiting == MOST_RECORDS) {
            return Reason.BUFFER_FULL;
        }
        if (spot.at < trip.lastAt) {
            return Reason.TRIMMED;
        }
        trip.lastAt = spot.at;
        trip.lastSeen = now.toEpochMilli();
        trip.hasLeft |= ends.isFar(trip.first, spot);
        if (!trip.hasLeft) {
            return Reason.TRIMMED;
        }
        trip.records.addLast(new Waiting(spot, incoming.values()));
        waiting++;
        letGo(trip, spot);
        return null;
    }

    private @Nullable Trip trip(long subject, Spot spot) {
        Trip trip = trips.get(subject);
        if (trip != null && spot.at - trip.lastAt >= ends.gap.toMillis()) {
            lose(trip);
            trips.remove(subject);
            trip = null;
        }
        if (trip == null && trips.size() < MOST_TRIPS) {
            trip = new Trip(spot);
            trips.put(subject, trip);
        }
        return trip;
    }

    private void letGo(Trip trip, Spot newest) {
        for (Waiting head = trip.records.peekFirst();
                head != null && ends.isFar(head.spot, newest);
                head = trip.records.peekFirst()) {
            ready.add(head.values);
            trip.records.pollFirst();
            waiting--;
        }
        for (Waiting head = trip.records.peekFirst();
                head != null && newest.at - head.spot.at > LONGEST_MILLIS;
                head = trip.records.peekFirst()) {
            trip.records.pollFirst();
            waiting--;
            lost++;
        }
    }

    private void lose(Trip trip) {
        lost += trip.records.size();
        waiting -= trip.records.size();
        trip.records.clear();
    }

    @Override
    public synchronized List<Closed> close(Instant now) {
        sweep(now.toEpochMilli());
        return drain(now);
    }

    /** A trip of which nothing came for so long is over, whatever its records say of the time. */
    private void sweep(long now) {
        if (now < nextSweep && nextSweep - now <= SWEEP_MILLIS) {
            return;
        }
        nextSweep = now + SWEEP_MILLIS;
        Iterator<Trip> all = trips.values().iterator();
        while (all.hasNext()) {
            Trip trip = all.next();
            if (now - trip.lastSeen >= ends.gap.toMillis()) {
                lose(trip);
                all.remove();
            }
        }
    }

    @Override
    public synchronized List<Closed> abandon() {
        trips.values().forEach(this::lose);
        trips.clear();
        return drain(Instant.EPOCH);
    }

    private List<Closed> drain(Instant now) {
        if (ready.isEmpty() && lost == 0) {
            return List.of();
        }
        Closed closed = Closed.let(now, ready, lost, Reason.TRIMMED);
        ready.clear();
        lost = 0;
        return List.of(closed);
    }
}
