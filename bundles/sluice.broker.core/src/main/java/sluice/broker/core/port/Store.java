package sluice.broker.core.port;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.Label;

/**
 * Keeps state that outlives a restart: records under keys, apart for each owner and purpose, until their retention is over. What is
 * committed is on disk; what is past its deadline is not found, and leaves the disk at the next sweep.
 */
public interface Store {
    /** The code of a store that can not be read or written now. */
    String DOWN = "store-down";

    /**
     * What is kept at a place. Blocks until it was read. To be held on to: it is read once.
     *
     * @param place whose, and what for
     * @return the same shelf each time; empty while the store can not be read
     */
    Optional<Shelf> open(Place place);

    /**
     * Whether it can be written now.
     *
     * @return empty if it can, otherwise why not, for the operator
     */
    String trouble();

    /**
     * How much is kept, how long already, and in which state; never what.
     *
     * @return empty while the store can not be read
     */
    List<StoreCount> counts();

    /**
     * Whose records, and what for. Nothing that is kept at one place is seen at another.
     *
     * @param owner symbolic name of an application's or a platform bundle
     * @param purpose a purpose of the register, or one of the platform's duties
     */
    record Place(String owner, String purpose) {
        public Place {
            requireNonNull(owner, "owner is null");
            requireNonNull(purpose, "purpose is null");
        }
    }

    /** The records of one place. Safe for several threads; of two commits one is first. */
    interface Shelf {
        /** As many records are kept at one place. */
        int MAX_RECORDS = 25_000;

        /** Longest content of a record, bytes. */
        int MAX_CONTENT = 1 << 20;

        /** Longest key, UTF-16 units. */
        int MAX_KEY = 256;

        /**
         * The most identifying label that the owner was ever told for this purpose before it committed here.
         *
         * @return {@link Label#NONPERSONAL} for a new place
         */
        Label told();

        /**
         * The streams that the owner was ever told of for this purpose before it committed here.
         *
         * @return empty for a new place
         */
        Set<String> streams();

        /**
         * A record.
         *
         * @param key as it was put
         * @return empty if there is none, or it is past its deadline
         */
        Optional<StoreItem> item(String key);

        /**
         * The keys of records that are not past their deadline.
         *
         * @param prefix what they start with; empty for all
         * @return sorted by UTF-16 units
         */
        List<String> keys(String prefix);

        /**
         * How many records there are, with such as are past their deadline and not swept yet.
         *
         * @return 0 or more
         */
        int size();

        /**
         * Carries out all changes, in order, or none. Blocks until they are on disk.
         *
         * @param terms under which they are kept; if they are stricter than those of the last commit they hold for earlier records too
         * @param changes at most a few thousand; may be empty, to tell of new terms
         * @return empty when they are on disk; otherwise why nothing was changed, for the operator
         * @throws IllegalArgumentException if a key or content is too long, or there would be more than {@link #MAX_RECORDS}
         */
        String commit(StoreTerms terms, List<StoreChange> changes);
    }
}
