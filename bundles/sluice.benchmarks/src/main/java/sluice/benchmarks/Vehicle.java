package sluice.benchmarks;

import java.time.Instant;
import sluice.driver.spi.Point;

/** What a camera's driver says of a vehicle: eight components. */
record Vehicle(
        String plate,
        double confidence,
        String segment,
        long speed,
        double headway,
        Point position,
        Instant observed,
        boolean heavy) {}
