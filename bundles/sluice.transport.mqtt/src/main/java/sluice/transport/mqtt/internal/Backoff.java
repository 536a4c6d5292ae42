package sluice.transport.mqtt.internal;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: from 1 s, doubling, to 30 s, each between half and all of that, so that nobody tries in step. */
final class Backoff {
    private static final long FIRST_MILLIS = 1_000;
    private static final long MOST_MILLIS = 30_000;
    private static final int MOST_DOUBLINGS = 5;

    private final RandomGenerator random;
    private int doublings;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    synchronized Duration next() {
        long full = Math.min(MOST_MILLIS, FIRST_MILLIS << doublings);
        doublings = Math.min(MOST_DOUBLINGS, doublings + 1);
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }

    synchronized void reset() {
        doublings = 0;
    }
}
