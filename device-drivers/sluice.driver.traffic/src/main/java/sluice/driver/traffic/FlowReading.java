package sluice.driver.traffic;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sluice.driver.spi.Point;

/**
 * One lane during one period; the stream {@code traffic.flow}, named as Smart Data Models' {@code TrafficFlowObserved}.
 *
 * @param segment the road segment, as the city names it
 * @param lane counted from the kerb, from 1; absent of a detector over the whole road
 * @param intensity vehicles that passed in the period
 * @param period how long was counted; absent if the detector does not say
 * @param occupancy share of the period in which a vehicle was over the detector, 0 to 1
 * @param averageVehicleSpeed in km/h
 * @param queueLength in metres
 * @param position where the detector is registered to be
 * @param observed the end of the period, by the detector's clock, else when the message was received
 */
public record FlowReading(
        String segment,
        @Nullable Long lane,
        @Nullable Long intensity,
        @Nullable Duration period,
        @Nullable Double occupancy,
        @Nullable Double averageVehicleSpeed,
        @Nullable Double queueLength,
        @Nullable Point position,
        Instant observed) {}
