package sluice.store.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sluice.broker.core.port.Ledger;
import sluice.store.internal.keys.DataKeys;
import sluice.store.internal.keys.KeyId;
import sluice.store.internal.sql.Ageing;
import sluice.store.internal.sql.Database;
import sluice.store.internal.sql.Meta;

/**
 * Deletes what is past its deadline, in this order: the rows; the keys, and says in the ledger which are no more; what deleted rows leave
 * behind in the database's files.
 */
final class Sweep {
    private final Database database;
    private final Seals seals;
    private final Versions versions;
    private final Ledger ledger;

    Sweep(Database database, Seals seals, Versions versions, Ledger ledger) {
        this.database = requireNonNull(database, "database is null");
        this.seals = requireNonNull(seals, "seals is null");
        this.versions = requireNonNull(versions, "versions is null");
        this.ledger = requireNonNull(ledger, "ledger is null");
    }

    /** Returns what could not be erased; empty if all went well. */
    String run(Connection connection, Instant now) throws SQLException, IOException {
        new Respan(seals).correct(connection, now);
        Map<KeyId, Long> past = Ageing.past(connection, now.toEpochMilli());
        if (Ageing.delete(connection, now.toEpochMilli()) > 0) {
            // a copy from before is to be recognised as one
            long version = versions.next();
            Meta.version(connection, version);
            connection.commit();
            versions.committed(version);
        }
        connection.commit();
        String notErased = destroy(idle(connection), past);
        return clean(connection, now) + notErased;
    }

    private String clean(Connection connection, Instant now) {
        try {
            connection.commit();
            database.clean(connection, now);
            return "";
        } catch (SQLException e) {
            return "what deleted records leave behind could not be erased: " + e.getMessage() + "; it is tried again. ";
        }
    }

    /** Keys with which nothing is sealed: past their deadline, or their records were deleted, replaced or given an earlier one. */
    private List<KeyId> idle(Connection connection) throws SQLException {
        List<KeyId> idle = new ArrayList<>();
        for (KeyId key : seals.keys().ids()) {
            if (!Ageing.isUsed(connection, key)) {
                idle.add(key);
            }
        }
        return idle;
    }

    private String destroy(List<KeyId> idle, Map<KeyId, Long> past) {
        DataKeys keys = seals.keys();
        try {
            keys.destroy(idle);
        } catch (IOException e) {
            return "keys could not be destroyed: " + e.getMessage() + "; it is tried again until they can";
        }
        idle.forEach(key -> ledger.event(
                "store-shredded",
                Map.of(
                        "purpose",
                        key.purpose(),
                        "deadline",
                        Instant.ofEpochMilli(key.deadline()).toString(),
                        "records",
                        Long.toString(past.getOrDefault(key, 0L)))));
        return "";
    }
}
