package sluice.simulator;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A day in the city: bins report in turn, vehicles pass the cameras, cameras say that they live. */
final class CityRun {
    private static final long HEARTBEAT_SECONDS = 10;

    private final Publishers publishers;
    private final Poster poster;
    private final Clock clock;
    private final List<BinModel> bins;
    private final List<PlateReader> cameras;
    private final AtomicInteger reports = new AtomicInteger();
    private final AtomicInteger passages = new AtomicInteger();

    CityRun(City city, Publishers publishers, Poster poster, Clock clock) {
        this.publishers = publishers;
        this.poster = poster;
        this.clock = clock;
        this.bins = city.models(clock.instant());
        this.cameras = city.readers();
    }

    /** Goes on until the threads are stopped. Rates are messages a second of all devices together. */
    void start(ScheduledExecutorService threads, double uplinksPerSecond, double passagesPerSecond) {
        every(threads, uplinksPerSecond, this::report);
        every(threads, passagesPerSecond, this::passage);
        threads.scheduleAtFixedRate(this::heartbeats, 0, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    private static void every(ScheduledExecutorService threads, double perSecond, Runnable step) {
        if (perSecond > 0) {
            threads.scheduleAtFixedRate(step, 0, Math.max(1, Math.round(1_000_000 / perSecond)), TimeUnit.MICROSECONDS);
        }
    }

    private void report() {
        try {
            publishers.publish(inTurn(bins, reports).report(clock.instant()), acked -> {});
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void passage() {
        PlateReader camera = inTurn(cameras, passages);
        poster.post(camera.camera(), camera.group(clock.instant()));
    }

    private void heartbeats() {
        Instant now = clock.instant();
        cameras.forEach(camera -> poster.post(camera.camera(), camera.heartbeat(now)));
    }

    private static <T> T inTurn(List<T> all, AtomicInteger turn) {
        return all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
    }
}
