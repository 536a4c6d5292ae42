package sluice.broker.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.broker.core.Broker;

/** Looks at the guests' calls every 50 ms, and lets the drivers' sessions know every minute that time passes. */
final class Watchman implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchman.class);
    private static final long WATCH_MILLIS = 50;
    private static final long TICK_MILLIS = 60_000;

    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "sluice-watchman");
        thread.setDaemon(true);
        return thread;
    });

    Watchman(Broker broker) {
        rounds.scheduleWithFixedDelay(guarded(broker::watch), WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
        rounds.scheduleWithFixedDelay(guarded(broker::tick), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }

    /** A round that throws would be the last one: the executor drops it without a word. */
    private static Runnable guarded(Runnable round) {
        return () -> {
            try {
                round.run();
            } catch (RuntimeException defect) {
                LOG.error("a watchman's round failed: {}", defect.getClass().getName());
            }
        };
    }
}
