package sluice.spool.internal;

import java.nio.file.Path;
import java.time.Duration;
import sluice.journal.Disk;
import sluice.journal.JournalSettings;

/**
 * What a spool stands on.
 *
 * @param folder where it is kept
 * @param maxBytes most bytes of all its files; over it the oldest entries are dropped
 * @param journal limits of its journal
 * @param disk writes it
 */
record SpoolSettings(Path folder, long maxBytes, JournalSettings journal, Disk disk) {
    private static final int SEGMENTS = 8;
    private static final long LEAST_SEGMENT = 128 << 10;
    private static final long MOST_SEGMENT = 8 << 20;

    static SpoolSettings of(Path folder, long maxBytes, Duration delay, Disk disk) {
        long segment = Math.max(LEAST_SEGMENT, Math.min(MOST_SEGMENT, maxBytes / SEGMENTS));
        JournalSettings journal = JournalSettings.STANDARD
                .withSegmentBytes((int) segment)
                .withBatch(JournalSettings.STANDARD.batchEntries(), delay);
        return new SpoolSettings(folder, maxBytes, journal, disk);
    }
}
