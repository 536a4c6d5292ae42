package sluice.benchmarks;

import java.time.Instant;
import java.util.SplittableRandom;
import sluice.driver.spi.Point;

/** Vehicles that pass, all plausible; the same at each run but for the time. */
final class Traffic {
    private final SplittableRandom random = new SplittableRandom(1);
    private final Instant from = Instant.now();

    Vehicle next() {
        return new Vehicle(
                "ABCD" + (100 + random.nextInt(900)),
                random.nextDouble(0.86, 1),
                "king-street-" + random.nextInt(10),
                random.nextInt(130),
                random.nextDouble(0, 30),
                new Point(random.nextDouble(43.5, 43.9), random.nextDouble(-79.7, -79.1)),
                from.minusMillis(random.nextInt(3_600_000)),
                random.nextBoolean());
    }
}
