package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;

import sluice.broker.core.shape.Slots;

/**
 * An observation on its way to a recipient's thread.
 *
 * @param terms under what terms it was released
 * @param id the reading's; never told, a recipient gets one derived for it
 * @param values in the order of the recipient's shape
 * @param spoolPosition where it stands in the spool, or {@link #NOT_SPOOLED}
 */
public record Delivery(Terms terms, ReadingId id, Slots values, long spoolPosition) {
    /** The observation is in memory only. */
    public static final long NOT_SPOOLED = -1;

    public Delivery {
        requireNonNull(terms, "terms is null");
        requireNonNull(id, "id is null");
        requireNonNull(values, "values is null");
    }

    /**
     * The catalogue stream that it is of.
     *
     * @return its name
     */
    public String stream() {
        return terms.flow().stream();
    }

    /**
     * Whether the spool holds it.
     *
     * @return true if so
     */
    public boolean isSpooled() {
        return spoolPosition != NOT_SPOOLED;
    }
}
