package sluice.broker.core.flow;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Reason;

/**
 * Remembers what a device said last, so that a repeat is not told twice and an old message does not overtake a newer one. Belongs to the
 * thread of the device's driver.
 *
 * <p>A number that is lower than the last, on a later message, means that the device counts anew (it joined again, its battery was changed):
 * accepted and counted. On an earlier message it was overtaken on its way if it is one of the numbers that were skipped a moment ago: accepted,
 * because some MQTT servers reorder what they have acknowledged, and a reading is lost otherwise. Any other is out of order: refused. The same
 * window protects against replay as in RFC 4303, 3.4.3.
 */
public final class DeviceTrack {
    /** How many reading ids are remembered. */
    public static final int WINDOW = 64;

    private static final long NONE = -1;

    private final Deque<ReadingId> order = new ArrayDeque<>(WINDOW);
    private final Set<ReadingId> seen = new HashSet<>(2 * WINDOW);
    private final NavigableSet<Long> skipped = new TreeSet<>();
    private long sequence;
    private Instant observedAt = Instant.MIN;
    private boolean restored;

    /**
     * A device of which nothing is known but perhaps its last sealed number.
     *
     * @param lastSequence the last number that the ledger sealed, or -1
     */
    public DeviceTrack(long lastSequence) {
        this.sequence = lastSequence;
        this.restored = lastSequence != NONE;
    }

    /**
     * Looks at a reading before it goes down the line.
     *
     * @param id its id
     * @param number the device's number, or -1
     * @param at when it was observed
     * @return null if it may go on, or why not
     */
    public @Nullable Reason refuse(ReadingId id, long number, Instant at) {
        if (seen.contains(id)) {
            return Reason.DUPLICATE;
        }
        boolean isOld = number != NONE && number <= sequence && !at.isAfter(observedAt);
        return isOld && !skipped.contains(number) ? Reason.OUT_OF_ORDER : null;
    }

    /**
     * Notes a reading that goes down the line.
     *
     * @param id its id
     * @param number the device's number, or -1
     * @param at when it was observed
     * @return what its number tells
     */
    public Step note(ReadingId id, long number, Instant at) {
        remember(id);
        if (number == NONE) {
            return Step.NEXT;
        }
        if (!at.isAfter(observedAt) && skipped.remove(number)) {
            return Step.OVERTAKEN;
        }
        Step step = step(number);
        skip(number, step);
        sequence = number;
        observedAt = at;
        restored = false;
        return step;
    }

    /** The device said that it counts anew. */
    public void reset() {
        sequence = NONE;
        observedAt = Instant.MIN;
        seen.clear();
        order.clear();
        skipped.clear();
    }

    /**
     * What a number tells about those before it.
     *
     * @param missing how many numbers were skipped
     * @param countsAnew whether it is lower than the last
     * @param sinceRestart whether the last one is known from the ledger only
     * @param overtaken whether it was skipped a moment ago
     */
    public record Step(long missing, boolean countsAnew, boolean sinceRestart, boolean overtaken) {
        static final Step NEXT = new Step(0, false, false, false);
        static final Step OVERTAKEN = new Step(0, false, false, true);
    }

    private Step step(long number) {
        if (sequence == NONE || number == sequence + 1) {
            return Step.NEXT;
        }
        return number <= sequence
                ? new Step(0, !restored, restored, false)
                : new Step(number - sequence - 1, false, restored, false);
    }

    /** Remembers the numbers that were skipped, as far back as the window reaches. */
    private void skip(long number, Step step) {
        if (step.countsAnew) {
            skipped.clear();
        }
        long oldest = number - WINDOW;
        for (long one = Math.max(number - step.missing, oldest); one < number; one++) {
            skipped.add(one);
        }
        skipped.headSet(oldest).clear();
    }

    private void remember(ReadingId id) {
        if (order.size() == WINDOW) {
            seen.remove(order.removeFirst());
        }
        order.addLast(id);
        seen.add(id);
    }
}
