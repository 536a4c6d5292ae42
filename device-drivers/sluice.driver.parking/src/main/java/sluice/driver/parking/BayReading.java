package sluice.driver.parking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sluice.driver.spi.Point;

/**
 * One bay; the stream {@code parking.bay}, named as Smart Data Models' {@code ParkingSpot}.
 *
 * @param bay the device's id
 * @param status free or occupied
 * @param temperature at the sensor, in degrees Celsius
 * @param position where the bay is registered to be
 * @param observed when the network received the frame
 */
public record BayReading(
        String bay,
        BayStatus status,
        @Nullable Double temperature,
        @Nullable Point position,
        Instant observed) {}
