package sluice.broker.core.plan.operator.pseudonym;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import sluice.broker.core.plan.worker.Message;
import sluice.broker.core.plan.worker.Worker;

/**
 * The trips of one flow that are under way. A subject is 64 bits under a key that exists in this object only; a trip is a number that nobody
 * else has, told under another such key. At most {@link #MOST} subjects; one beyond them has no name. Open addressing, 32 bytes a place, at
 * most half full; what is past its gap is thrown away when places run short, and once a gap. Safe for several threads.
 */
final class TripTable {
    static final int MOST = 100_000;
    static final long FULL = -1;

    private static final int FEWEST_PLACES = 256;
    private static final long LONGEST_MILLIS = Duration.ofDays(1).toMillis();

    /** A reading may be that far ahead of the platform's clock; what others have seen meanwhile must not be forgotten for it. */
    private static final long AHEAD_MILLIS = Duration.ofMinutes(5).toMillis();

    private final MemoryKey subjects = new MemoryKey();
    private final MemoryKey names = new MemoryKey();
    private final long gap;
    private Places places = new Places(FEWEST_PLACES);
    private long next;
    private long newest = Long.MIN_VALUE / 2;
    private long nextSweep = Long.MIN_VALUE / 2;

    TripTable(Duration gap) {
        this.gap = gap.toMillis();
    }

    /** Zero stands for a place that is free. */
    long subject(Message message, Worker worker) {
        byte[] block = requireNonNull(worker.sealed(subjects, message));
        long subject = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            subject = subject << Byte.SIZE | block[i] & 0xff;
        }
        return subject | 1;
    }

    String name(long trip, Worker worker) {
        Message message = worker.message();
        message.add(trip);
        return worker.text(requireNonNull(worker.sealed(names, message)));
    }

    /** The number of the trip, or {@link #FULL}. */
    synchronized long trip(long subject, long at) {
        newest = Math.max(newest, at);
        if (at >= nextSweep) {
            sweep();
        }
        int place = places.of(subject);
        if (!places.isFree(place)) {
            return goOn(place, at);
        }
        if (places.isHalfFull()) {
            sweep();
            place = places.of(subject);
        }
        return places.size() < MOST ? places.start(place, subject, at, next++) : FULL;
    }

    private long goOn(int place, long at) {
        if (at < places.last(place) - gap) {
            return next++; // late, and of an earlier trip: nothing is known of that one any more
        }
        if (at - places.last(place) > gap || at - places.first(place) > LONGEST_MILLIS) {
            return places.restart(place, at, next++);
        }
        return places.seen(place, at);
    }

    /** Into twice as many places, if most are still under way. */
    private void sweep() {
        long since = newest - AHEAD_MILLIS - gap;
        int kept = places.seenSince(since);
        int length = FEWEST_PLACES;
        while (length < 4 * Math.min(MOST, kept)) {
            length *= 2;
        }
        places = places.seenSince(since, length);
        nextSweep = newest + gap;
    }

    synchronized int size() {
        return places.size();
    }
}
