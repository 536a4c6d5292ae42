package sluice.guard.rules;

import java.util.zip.ZipEntry;

/** How much of a jar is read: enough for any driver, and little enough that a bomb is a fault and no failure. */
final class Limits {
    /** Bytes of the jar. */
    static final long FILE = 32L << 20;

    /** Bytes of one entry, unpacked. */
    static final int ENTRY = 8 << 20;

    /** Bytes of all entries, unpacked. */
    static final long CONTENT = 128L << 20;

    static final int ENTRIES = 10_000;

    /** From this size on, an entry's ratio is looked at; small texts may shrink to nothing. */
    private static final int LARGE = 1 << 20;

    private static final int RATIO = 200;

    private long read;

    /** Counts what was read of an entry; false once it is too much. */
    boolean isWithin(ZipEntry entry, int length) {
        read += length;
        boolean isBomb = length > LARGE && length / RATIO > Math.max(1, entry.getCompressedSize());
        return length <= ENTRY && read <= CONTENT && !isBomb;
    }
}
