package sluice.broker.core.port;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** One change of a commit. */
public sealed interface StoreChange {
    /**
     * What it changes.
     *
     * @return the key of a record
     */
    String key();

    /**
     * Keeps a record, in place of any under the same key.
     *
     * @param key at most {@link Store.Shelf#MAX_KEY} UTF-16 units
     * @param kind what its content is
     * @param content at most {@link Store.Shelf#MAX_CONTENT} bytes; not to be changed any more
     * @param until it is kept at least so long, whatever the terms' longest time; {@link Instant#EPOCH} for no such wish
     */
    record Put(String key, String kind, byte[] content, Instant until) implements StoreChange {
        public Put {
            requireNonNull(key, "key is null");
            requireNonNull(kind, "kind is null");
            requireNonNull(content, "content is null");
            requireNonNull(until, "until is null");
        }
    }

    /**
     * Forgets a record; no error if there is none.
     *
     * @param key as it was put
     */
    record Delete(String key) implements StoreChange {
        public Delete {
            requireNonNull(key, "key is null");
        }
    }
}
