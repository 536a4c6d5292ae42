package sluice.driver.parking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sluice.driver.spi.Point;

/**
 * A gate's counters; the stream {@code parking.gate}.
 *
 * @param gate the device's id
 * @param entries vehicles that came in since the counter began
 * @param exits vehicles that left since the counter began
 * @param position where the gate is registered to be
 * @param observed by the counter, else when its message was received
 */
public record GateReading(
        String gate, long entries, long exits, @Nullable Point position, Instant observed) {}
