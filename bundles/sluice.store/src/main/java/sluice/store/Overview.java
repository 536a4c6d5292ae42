package sluice.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.port.StoreCount;

/**
 * How the store is.
 *
 * @param database which one, without account or password
 * @param version number of the last commit
 * @param keys how many keys of records exist
 * @param lastSweep when what was past its deadline was last deleted and looked for; null before the first time
 * @param counts what is kept, by place and state
 * @param holds the legal holds
 */
public record Overview(
        String database,
        long version,
        int keys,
        @Nullable Instant lastSweep,
        List<StoreCount> counts,
        List<Hold> holds) {
    public Overview {
        requireNonNull(database, "database is null");
        counts = List.copyOf(counts);
        holds = List.copyOf(holds);
    }
}
