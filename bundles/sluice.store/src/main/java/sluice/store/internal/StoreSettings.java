package sluice.store.internal;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import sluice.broker.core.port.Ledger;
import sluice.journal.Disk;
import sluice.store.internal.sql.Database;

/**
 * What a store stands on.
 *
 * @param folder of its keys, its lock, and the embedded database
 * @param database keeps the records
 * @param master the operator's master key; empty for none
 * @param ledger where the destruction of keys is written down, and the number of the last commit
 * @param sweepEvery how often what is past its deadline is deleted at the latest
 * @param clock the platform's time
 * @param random makes keys, nonces and ids
 * @param disk writes the keys
 */
record StoreSettings(
        Path folder,
        Database database,
        byte[] master,
        Ledger ledger,
        Duration sweepEvery,
        InstantSource clock,
        SecureRandom random,
        Disk disk) {
    StoreSettings {
        requireNonNull(folder, "folder is null");
        requireNonNull(database, "database is null");
        requireNonNull(master, "master is null");
        requireNonNull(ledger, "ledger is null");
        requireNonNull(sweepEvery, "sweepEvery is null");
        requireNonNull(clock, "clock is null");
        requireNonNull(random, "random is null");
        requireNonNull(disk, "disk is null");
    }
}
