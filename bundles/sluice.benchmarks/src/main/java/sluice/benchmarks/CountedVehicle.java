package sluice.benchmarks;

import java.time.Instant;
import sluice.app.api.Point;

/** What a planner's application is told of it: six components. */
record CountedVehicle(
        String segment, double confidence, long speed, double headway, Point position, Instant observed) {}
