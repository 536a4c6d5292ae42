package sluice.itests.inside;

import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread brings about. (Awaitility is no bundle of the container.) */
final class Eventually {
    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();

    private Eventually() {}

    /** Returns as soon as the condition holds; fails with {@code what} if it does not within 30 s. */
    static void becomes(String what, BooleanSupplier condition) {
        becomes(what, Duration.ofSeconds(30), condition);
    }

    static void becomes(String what, Duration atMost, BooleanSupplier condition) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        assertTrue(what, condition.getAsBoolean());
    }
}
