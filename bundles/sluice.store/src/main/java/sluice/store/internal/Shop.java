package sluice.store.internal;

import java.time.InstantSource;
import java.util.function.Consumer;
import sluice.store.internal.sql.Row;
import sluice.store.internal.sql.Worker;

/**
 * What all shelves of a store work with.
 *
 * @param worker talks to the database
 * @param seals makes rows
 * @param versions numbers commits
 * @param clock the platform's time
 * @param whenCommitted told of each commit that is on disk
 * @param whenUnreadable told of each row that is in use and can not be opened
 */
record Shop(
        Worker worker,
        Seals seals,
        Versions versions,
        InstantSource clock,
        Consumer<Commit> whenCommitted,
        Consumer<Row> whenUnreadable) {
    void committed(Commit commit) {
        versions.committed(commit.version());
        whenCommitted.accept(commit);
    }

    void unreadable(Row row) {
        whenUnreadable.accept(row);
    }
}
