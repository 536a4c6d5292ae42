package sluice.broker.core.port;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A record in the store.
 *
 * @param kind what its content is; who reads it agrees with who wrote it by this
 * @param content not to be changed
 * @param version number of the commit that put it; rises with each commit of any place
 * @param since when it was put
 */
public record StoreItem(String kind, byte[] content, long version, Instant since) {
    public StoreItem {
        requireNonNull(kind, "kind is null");
        requireNonNull(content, "content is null");
        requireNonNull(since, "since is null");
    }
}
