package sluice.broker.core.port;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Locale;

/**
 * How many records are kept at a place in one state.
 *
 * @param place whose, and what for
 * @param state why they are kept
 * @param records how many
 * @param oldest age of the oldest; the instant of a record is kept on disk only roughly, so up to a day too much
 * @param overdue how long the record that should have gone first is past its deadline; zero if none is
 */
public record StoreCount(Store.Place place, State state, long records, Duration oldest, Duration overdue) {
    public StoreCount {
        requireNonNull(place, "place is null");
        requireNonNull(state, "state is null");
        requireNonNull(oldest, "oldest is null");
        requireNonNull(overdue, "overdue is null");
    }

    /** Why a record is kept. */
    public enum State {
        /** In use, within its retention. */
        LIVE,
        /** Deleted or replaced by its owner, who does not see it any more, and kept for its least time or a legal hold. */
        RETAINED,
        /** Past its deadline, and kept for a legal hold; its owner does not see it. */
        HELD;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
