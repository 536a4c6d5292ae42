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
 * @param folder where it is kept
 * @param journal limits of its journal
 * @param disk writes it
 * @param clock tells the seconds
 * @param random makes the salts
 * @param patience longest time that {@code open} blocks
 */
record LedgerSettings(
        Path folder, JournalSettings journal, Disk disk, Clock clock, SecureRandom random, Duration patience) {}
