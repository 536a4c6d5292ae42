package sluice.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The mapping as a careful programmer writes it: age and ranges are checked, what flows is counted, its latency is taken. */
final class CheckedByHand {
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Duration MAX_AGE = Duration.ofDays(30);

    private final LongAdder seen = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder told = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    @Nullable
    CountedVehicle map(Vehicle vehicle, long arrivedNanos) {
        Instant now = Instant.now();
        if (!isPlausible(vehicle, now)) {
            refused.increment();
            return null;
        }
        seen.increment();
        CountedVehicle counted = ByHand.map(vehicle);
        told.increment();
        nanos.add(System.nanoTime() - arrivedNanos);
        return counted;
    }

    private static boolean isPlausible(Vehicle vehicle, Instant now) {
        return !vehicle.observed().isAfter(now.plus(AHEAD))
                && !vehicle.observed().isBefore(now.minus(MAX_AGE))
                && vehicle.plate().length() <= 12
                && vehicle.segment().length() <= 64
                && vehicle.confidence() >= 0.85
                && vehicle.confidence() <= 1
                && vehicle.speed() >= 0
                && vehicle.speed() <= 250
                && vehicle.headway() >= 0
                && vehicle.headway() <= 600;
    }
}
