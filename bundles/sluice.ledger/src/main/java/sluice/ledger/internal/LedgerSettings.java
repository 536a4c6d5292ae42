package sluice.ledger.internal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import sluice.journal.Disk;
import sluice.journal.JournalSettings;

/**
 * What a ledger stands on.
 *
 * @param places where it is
 * @param journal limits of its journal
 * @param disk writes it
 * @param clock tells the seconds
 * @param random makes the salts
 * @param patience longest time that {@code open} blocks
 * @param openingDays days that openings are kept; at least 1
 * @param recentLeaves so many of the last leaves are read at a start
 * @param journalFiles with so many full files of the journal it is shortened at once; at least 1
 */
record LedgerSettings(
        Places places,
        JournalSettings journal,
        Disk disk,
        Clock clock,
        SecureRandom random,
        Duration patience,
        int openingDays,
        long recentLeaves,
        int journalFiles) {
    /**
     * Where a ledger is.
     *
     * @param folder its files
     * @param anchor folder of its key and its highest checkpoint, which should be on another disk
     * @param origin its name in the world, if it is new
     */
    record Places(Path folder, Path anchor, String origin) {}
}
