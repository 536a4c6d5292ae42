package sluice.driver.soil;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sluice.driver.spi.Point;

/**
 * A valve as it says that it stands; the stream {@code irrigation.valve}.
 *
 * @param valve the device's id, and the number of the station behind it if a controller has several
 * @param open whether water runs
 * @param leak whether it feels water where none should be; absent where it does not tell
 * @param pulses of its water meter since it began to count
 * @param position where the valve is registered to be
 * @param observed when the network received the frame
 */
public record ValveReading(
        String valve,
        boolean open,
        @Nullable Boolean leak,
        @Nullable Long pulses,
        @Nullable Point position,
        Instant observed) {}
