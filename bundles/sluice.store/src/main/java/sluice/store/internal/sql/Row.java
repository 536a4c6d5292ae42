package sluice.store.internal.sql;

import static java.util.Objects.requireNonNull;

import sluice.broker.core.port.Store;
import sluice.store.internal.keys.KeyId;

/**
 * A record as it is in the database. Times are milliseconds since 1970.
 *
 * @param id random
 * @param place whose, and what for
 * @param span when it is to be gone, and from when on it was kept
 * @param version number of the commit that put it
 * @param sealed key, kind, instant and content, sealed
 */
public record Row(String id, Store.Place place, Span span, long version, byte[] sealed) {
    /** In use. */
    public static final int LIVE = 0;

    /** Deleted by its owner, and kept for its least time or a hold. */
    public static final int RETAINED = 1;

    public Row {
        requireNonNull(id, "id is null");
        requireNonNull(place, "place is null");
        requireNonNull(span, "span is null");
        requireNonNull(sealed, "sealed is null");
    }

    /**
     * The time of a record.
     *
     * @param deadline when it is to be gone, and its key with it
     * @param since from when on it was kept, roughly: rounded down to a step of its deadline
     * @param length how long it was to be kept, from its commit
     * @param least before this its owner's delete only hides it
     */
    public record Span(long deadline, long since, long length, long least) {}

    /**
     * Which key it is sealed with.
     *
     * @return of its purpose and deadline
     */
    public KeyId key() {
        return new KeyId(place.purpose(), span.deadline());
    }

    /**
     * What the sealed text belongs to: with another row's number, place, deadline or version it does not open.
     *
     * @return a text
     */
    public String bound() {
        return String.join("\n", id, place.owner(), place.purpose(), span.deadline() + " " + version);
    }
}
