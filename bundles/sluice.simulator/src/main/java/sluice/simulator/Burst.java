package sluice.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** As many uplinks as fast as the server takes them, each with its own frame counter; for load tests and for tests with a SIGKILL. */
final class Burst {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final City city;
    private final Publishers publishers;
    private final Tally tally;
    private final Clock clock;
    private final Queue<String> acked = new ConcurrentLinkedQueue<>();

    Burst(City city, Publishers publishers, Tally tally, Clock clock) {
        this.city = city;
        this.publishers = publishers;
        this.tally = tally;
        this.clock = clock;
    }

    /** Sends, and waits at most 30 s for the answers that are still out. */
    void send(long count) throws InterruptedException {
        List<BinModel> bins = city.models(clock.instant());
        for (long number = 0; number < count; number++) {
            BinModel bin = bins.get((int) (number % bins.size()));
            publishers.publish(
                    bin.report(clock.instant()), it -> acked.add(it.bin().id() + " " + it.count()));
        }
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (tally.isWaiting() && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** One line for each acknowledged uplink: device and frame counter. */
    void writeAcked(Path file) throws IOException {
        Files.write(file, acked);
    }
}
