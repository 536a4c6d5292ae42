package sluice.driver.traffic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sluice.driver.spi.Point;

/**
 * One phase of a junction's signals; the stream {@code traffic.signal}.
 *
 * @param junction the device's id
 * @param phase by the controller's number, from 1 (NTCIP 1202)
 * @param state what it shows
 * @param plan the timing plan in force; absent if the controller does not say
 * @param cycleSecond seconds since the cycle began
 * @param position where the junction is registered to be
 * @param observed by the controller's clock, else when the message was received
 */
public record SignalReading(
        String junction,
        long phase,
        SignalState state,
        @Nullable Long plan,
        @Nullable Long cycleSecond,
        @Nullable Point position,
        Instant observed) {}
