package sluice.store.internal;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.port.Ledger;
import sluice.store.internal.sql.Meta;
import sluice.store.internal.sql.StoreGone;

/**
 * Numbers the commits, and tells the ledger the last one that is on disk. A database whose number is lower than the ledger's was replaced by
 * an old copy, or emptied: it is not used until somebody accepts that.
 */
final class Versions {
    /** Under this name the ledger knows the last number; no device has such an id. */
    static final String NAME = "store:commits";

    /** The code of a database that is older than the ledger says. */
    static final String ROLLED_BACK = "store-rolled-back";

    private final Ledger ledger;
    private final AtomicLong next;
    private final AtomicLong durable;
    private volatile @Nullable String acceptedBy;
    private volatile boolean rolledBack;

    Versions(Ledger ledger) {
        this.ledger = requireNonNull(ledger, "ledger is null");
        long known = ledger.opening().sequences().getOrDefault(NAME, 0L);
        this.next = new AtomicLong(known);
        this.durable = new AtomicLong(known);
    }

    long next() {
        return next.incrementAndGet();
    }

    /** The last number that is on disk. */
    long last() {
        return durable.get();
    }

    /** A commit is on disk; it was of another thread, so that a lower one may come after a higher. */
    void committed(long version) {
        ledger.sequence(NAME, durable.accumulateAndGet(version, Math::max));
    }

    boolean isRolledBack() {
        return rolledBack;
    }

    void accept(String by) {
        acceptedBy = by;
    }

    /** Looks at a database that was just opened. True if it is an old one that somebody accepted. */
    boolean enter(Connection connection) throws SQLException, StoreGone {
        long found = Meta.version(connection);
        rolledBack = found < durable.get();
        String by = acceptedBy;
        if (rolledBack && by == null) {
            throw new StoreGone(
                    ROLLED_BACK,
                    "the database ends with commit " + found + ", and the ledger knows of commit " + durable.get()
                            + ": it was replaced by an old copy, or emptied. Put the right one back, or `sluice:store-accept`");
        }
        next.accumulateAndGet(found, Math::max);
        if (!rolledBack) {
            committed(found);
            return false;
        }
        accepted(connection, found, String.valueOf(by));
        return true;
    }

    private void accepted(Connection connection, long found, String by) throws SQLException {
        long version = next();
        Meta.version(connection, version);
        connection.commit();
        ledger.event(
                "store-accepted",
                Map.of("found", Long.toString(found), "expected", Long.toString(durable.get()), "by", by));
        committed(version);
        acceptedBy = null;
        rolledBack = false;
    }
}
