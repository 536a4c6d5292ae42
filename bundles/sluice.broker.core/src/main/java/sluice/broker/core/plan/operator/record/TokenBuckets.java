package sluice.broker.core.plan.operator.record;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.plan.operator.kind.Screen;
import sluice.broker.core.shape.Slots;

/**
 * A token bucket for each device, kept as the one instant at which it will be full again (the virtual scheduling form of the generic cell
 * rate algorithm, ITU-T I.371). A bucket that is full again is the same as none, so forgetting it loses nothing.
 *
 * <p>At most {@link #MOST_DEVICES} buckets that are not full; a device beyond them is held back, and the full ones are thrown away at most
 * once a second. If the platform's clock is set back, a device waits for one token, not until the clock has caught up.
 */
final class TokenBuckets implements Screen {
    static final int MOST_DEVICES = 10_000;

    private static final long SECOND = 1_000_000_000L;

    /** As long as an empty bucket takes to be full. */
    private final long burstNanos;

    private final long tokenNanos;
    private final Map<String, Bucket> buckets = new HashMap<>();
    private long nextSweep = Long.MIN_VALUE;

    TokenBuckets(int most, long perNanos) {
        this.tokenNanos = perNanos / most;
        this.burstNanos = tokenNanos * most;
    }

    @Override
    public boolean remembers() {
        return true;
    }

    @Override
    public synchronized boolean passes(Slots reading, String source, long chance, Instant now) {
        long nanos = now.getEpochSecond() * SECOND + now.getNano();
        Bucket bucket = bucketOf(source, nanos);
        return bucket != null && take(bucket, nanos);
    }

    private boolean take(Bucket bucket, long now) {
        if (bucket.fullAt - now > burstNanos) {
            bucket.fullAt = now + burstNanos;
        }
        long fullAt = Math.max(bucket.fullAt, now) + tokenNanos;
        boolean isThere = fullAt - now <= burstNanos;
        bucket.fullAt = isThere ? fullAt : bucket.fullAt;
        return isThere;
    }

    private @Nullable Bucket bucketOf(String source, long now) {
        Bucket bucket = buckets.get(source);
        if (bucket != null) {
            return bucket;
        }
        if (buckets.size() >= MOST_DEVICES) {
            sweep(now);
        }
        return buckets.size() < MOST_DEVICES ? buckets.computeIfAbsent(source, any -> new Bucket()) : null;
    }

    private void sweep(long now) {
        if (now >= nextSweep || nextSweep - now > SECOND) {
            nextSweep = now + SECOND;
            buckets.values().removeIf(bucket -> bucket.fullAt <= now);
        }
    }

    private static final class Bucket {
        private long fullAt = Long.MIN_VALUE / 2;
    }
}
