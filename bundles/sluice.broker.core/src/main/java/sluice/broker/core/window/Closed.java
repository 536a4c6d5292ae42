package sluice.broker.core.window;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Reason;
import sluice.broker.core.shape.Slots;

/**
 * A window that is over.
 *
 * @param start when it began
 * @param rows what is told of it, one for each group; none if it is void
 * @param hidden how many groups are not told
 * @param lost how many records were taken in for nothing
 * @param lostAs under which reason each of them is counted; null if they are a void window's, and counted together
 * @param voided why nothing is told of it; empty if it is whole
 */
public record Closed(
        Instant start,
        List<Slots> rows,
        int hidden,
        long lost,
        @Nullable Reason lostAs,
        String voided) {
    /** It began before the platform, the policy or the recipient did. */
    public static final String PARTIAL = "partial";

    /** It was not told yet when the platform was killed, or lost its power. */
    public static final String KILLED = "killed";

    /** There was no memory for it. */
    public static final String FULL = "full";

    /** Its noise would cost more than is left of the budget. */
    public static final String BUDGET_SPENT = "budget-spent";

    /** The policy, the recipient or the platform went. */
    public static final String ABANDONED = "abandoned";

    /** The platform's clock was set back behind it. */
    public static final String CLOCK = "clock";

    public Closed {
        requireNonNull(start, "start is null");
        rows = List.copyOf(rows);
        requireNonNull(voided, "voided is null");
    }

    /** A window of which nothing is told. */
    static Closed voided(long startMillis, long lost, String why) {
        return new Closed(Instant.ofEpochMilli(startMillis), List.of(), 0, lost, null, why);
    }

    /**
     * Records that an operator told after a while, or did not tell in the end.
     *
     * @param at the platform's time
     * @param rows what is told
     * @param lost how many are not
     * @param lostAs why not
     * @return no window
     */
    public static Closed let(Instant at, List<Slots> rows, long lost, Reason lostAs) {
        return new Closed(at, rows, 0, lost, lostAs, "");
    }

    /**
     * The same window, void.
     *
     * @param why see {@link #voided}
     * @return a copy of which nothing is told
     */
    public Closed asVoid(String why) {
        return new Closed(start, List.of(), 0, lost, null, why);
    }

    /**
     * Whether nothing is told of it.
     *
     * @return true if so
     */
    public boolean isVoid() {
        return !voided.isEmpty();
    }
}
