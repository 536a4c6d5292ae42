package sluice.journal;

import java.time.Duration;

/**
 * The limits of a journal.
 *
 * @param segmentBytes length of a segment file, preallocated as a whole; at least 4,096
 * @param batchBytes a batch is written as soon as it holds so many bytes; at least 1
 * @param batchEntries a batch is written as soon as it holds so many entries; at least 1
 * @param delay longest time that an entry waits for others to share its write; not negative
 * @param pendingBytes from so many bytes on that are not on disk yet, {@link Journal#append} waits; at least 1
 * @param retryEvery pause after a failed write; positive
 */
public record JournalSettings(
        int segmentBytes, int batchBytes, int batchEntries, Duration delay, int pendingBytes, Duration retryEvery) {
    /** Segments of 8 MiB, batches of 1 MiB or 1,000 entries or 5 ms, 16 MiB pending, a retry every 200 ms. */
    public static final JournalSettings STANDARD =
            new JournalSettings(8 << 20, 1 << 20, 1_000, Duration.ofMillis(5), 16 << 20, Duration.ofMillis(200));

    public JournalSettings {
        require(segmentBytes >= 4_096, "segmentBytes must be 4,096 or more, got " + segmentBytes);
        require(batchBytes >= 1, "batchBytes must be positive, got " + batchBytes);
        require(batchEntries >= 1, "batchEntries must be positive, got " + batchEntries);
        require(!delay.isNegative(), "delay must not be negative, got " + delay);
        require(pendingBytes >= 1, "pendingBytes must be positive, got " + pendingBytes);
        require(retryEvery.toMillis() > 0, "retryEvery must be 1 ms or more, got " + retryEvery);
    }

    /**
     * The same, with other segments.
     *
     * @param bytes length of a segment file
     * @return a copy
     */
    public JournalSettings withSegmentBytes(int bytes) {
        return new JournalSettings(bytes, batchBytes, batchEntries, delay, pendingBytes, retryEvery);
    }

    /**
     * The same, with other batches.
     *
     * @param entries most entries of a batch before it is written
     * @param longest longest time that an entry waits for others
     * @return a copy
     */
    public JournalSettings withBatch(int entries, Duration longest) {
        return new JournalSettings(segmentBytes, batchBytes, entries, longest, pendingBytes, retryEvery);
    }

    /**
     * The same, with another bound of what is not on disk yet.
     *
     * @param bytes the bound
     * @return a copy
     */
    public JournalSettings withPendingBytes(int bytes) {
        return new JournalSettings(segmentBytes, batchBytes, batchEntries, delay, bytes, retryEvery);
    }

    /**
     * The longest payload that fits into a segment.
     *
     * @return bytes
     */
    public int longestPayload() {
        return segmentBytes - SegmentHeader.BYTES - Frame.HEADER;
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
