package sluice.broker.core.window;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import sluice.broker.core.shape.Slots;

/**
 * A window that is over.
 *
 * @param start when it began
 * @param rows what is told of it, one for each group; none if it is void
 * @param hidden how many groups are not told
 * @param lost how many records were taken in for nothing, because it is void
 * @param voided why nothing is told of it; empty if it is whole
 */
public record Closed(Instant start, List<Slots> rows, int hidden, long lost, String voided) {
    /** It began before the platform, the policy or the recipient did. */
    public static final String PARTIAL = "partial";

    /** There was no memory for it. */
    public static final String FULL = "full";

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
        return new Closed(Instant.ofEpochMilli(startMillis), List.of(), 0, lost, why);
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
