package sluice.driver.parking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sluice.driver.spi.Point;

/**
 * A car park as a whole; the stream {@code parking.occupancy}, named as Smart Data Models' {@code OffStreetParking}.
 *
 * @param carPark the device's id
 * @param totalSpotNumber how many spots it has
 * @param availableSpotNumber how many of them are free
 * @param occupancy 0 (empty) to 1 (full)
 * @param position where it is registered to be
 * @param observed by its own count, else when the message was received
 */
public record CarParkReading(
        String carPark,
        long totalSpotNumber,
        long availableSpotNumber,
        double occupancy,
        @Nullable Point position,
        Instant observed) {}
