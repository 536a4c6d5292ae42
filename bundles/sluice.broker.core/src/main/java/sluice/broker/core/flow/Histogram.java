package sluice.broker.core.flow;

import java.util.concurrent.atomic.AtomicLongArray;

/** Counts durations in buckets that are an eighth of a power of two wide, so that any quantile is at most 12.5 % too high. */
final class Histogram {
    private static final int PARTS = 8;
    private static final int BUCKETS = 64 * PARTS;

    /** Longer durations count as this one, some 146 years: the bound of their own bucket would not be a long. */
    private static final long LONGEST = Long.MAX_VALUE / 2;

    private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);

    void record(long nanos) {
        counts.incrementAndGet(bucketOf(Math.max(0, Math.min(LONGEST, nanos))));
    }

    /** Upper bound of the bucket that holds the quantile, nanoseconds; 0 if nothing was recorded. */
    long quantile(double quantile) {
        long total = 0;
        for (int i = 0; i < BUCKETS; i++) {
            total += counts.get(i);
        }
        long rank = (long) Math.ceil(total * quantile);
        long seen = 0;
        for (int i = 0; i < BUCKETS; i++) {
            seen += counts.get(i);
            if (seen >= rank && seen > 0) {
                return upperBoundOf(i);
            }
        }
        return 0;
    }

    private static int bucketOf(long nanos) {
        if (nanos < PARTS) {
            return (int) nanos;
        }
        int exponent = 63 - Long.numberOfLeadingZeros(nanos);
        int part = (int) (nanos >>> exponent - 3) & PARTS - 1;
        return (exponent - 2) * PARTS + part;
    }

    private static long upperBoundOf(int bucket) {
        if (bucket < PARTS) {
            return bucket;
        }
        int exponent = bucket / PARTS + 2;
        long part = bucket % PARTS + PARTS + 1L;
        return part << exponent - 3;
    }
}
