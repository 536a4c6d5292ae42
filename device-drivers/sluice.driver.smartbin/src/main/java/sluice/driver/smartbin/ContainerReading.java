package sluice.driver.smartbin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sluice.driver.spi.Point;

/**
 * A waste container as its sensor sees it; the stream {@code waste.container}, named as Smart Data Models' {@code WasteContainer}.
 *
 * @param container the device's id
 * @param fillingLevel 0 (empty) to 1 (full); absent where the sensor could not see the content
 * @param temperature at the sensor, in degrees Celsius
 * @param batteryLevel 0 (replace it) to 1 (new)
 * @param tilted whether the sensor hangs askew, as under an open or missing lid; absent where the sensor does not tell
 * @param position where the container is registered to stand
 * @param observed when the network received the frame
 */
public record ContainerReading(
        String container,
        @Nullable Double fillingLevel,
        @Nullable Double temperature,
        @Nullable Double batteryLevel,
        @Nullable Boolean tilted,
        @Nullable Point position,
        Instant observed) {}
