package sluice.transport.http.internal;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A token bucket for each device, kept as one number: the time at which its bucket will be full again. Safe for use by many threads.
 *
 * <p>A device whose time has passed is the same as one that was never seen, so such entries are swept out once a minute.
 */
final class RateLimit {
    private static final long SWEEP_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final ConcurrentMap<String, Long> fullAt = new ConcurrentHashMap<>();
    private final AtomicLong sweepAt;
    private final long nanosPerToken;
    private final long toleranceNanos;
    private final LongSupplier nanoTime;

    RateLimit(int perSecond, int burst, LongSupplier nanoTime) {
        this.nanosPerToken = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.toleranceNanos = nanosPerToken * (burst - 1);
        this.nanoTime = nanoTime;
        this.sweepAt = new AtomicLong(nanoTime.getAsLong() + SWEEP_NANOS);
    }

    /**
     * Takes a token of a device's.
     *
     * @return 0 if there was one, otherwise seconds until there will be, at least 1
     */
    long take(String device) {
        long now = nanoTime.getAsLong();
        sweep(now);
        long[] wait = {0};
        fullAt.merge(device, now + nanosPerToken, (full, first) -> {
            long debt = Math.max(0, full - now);
            wait[0] = debt - toleranceNanos;
            return wait[0] > 0 ? full : now + debt + nanosPerToken;
        });
        return wait[0] <= 0 ? 0 : TimeUnit.NANOSECONDS.toSeconds(wait[0]) + 1;
    }

    /** How many devices are remembered. */
    int size() {
        return fullAt.size();
    }

    private void sweep(long now) {
        long due = sweepAt.get();
        if (now - due >= 0 && sweepAt.compareAndSet(due, now + SWEEP_NANOS)) {
            fullAt.values().removeIf(full -> full - now <= 0);
        }
    }
}
