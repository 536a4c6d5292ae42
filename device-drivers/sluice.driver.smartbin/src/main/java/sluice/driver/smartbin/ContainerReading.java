package sluice.driver.smartbin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sluice.driver.spi.Point;

/**
 * A waste container as its sensor sees it; the stream {@code waste.container}, named as Smart Data Models' {@code WasteContainer}.
 *
 * @param container the device's id
 * @param fillingLevel 0 (empty) to 1 (full); absent where the sensor could not see the content
 * @param fullness the same as a class, with one more for what stands above the full mark
 * @param weight of the content, in kilograms
 * @param temperature at the sensor, in degrees Celsius
 * @param onFire whether the sensor raised its temperature alarm, or is hotter than the sun makes a container
 * @param batteryLevel 0 (replace it) to 1 (new)
 * @param tilted whether the sensor hangs askew, as under an open or missing lid; absent where the sensor does not tell
 * @param lidOpen whether the lid is open
 * @param lidOpenings how often the lid was opened since the sensor began to count
 * @param position where the container is registered to stand
 * @param observed when the network received the frame
 */
public record ContainerReading(
        String container,
        @Nullable Double fillingLevel,
        @Nullable Fullness fullness,
        @Nullable Double weight,
        @Nullable Double temperature,
        @Nullable Boolean onFire,
        @Nullable Double batteryLevel,
        @Nullable Boolean tilted,
        @Nullable Boolean lidOpen,
        @Nullable Long lidOpenings,
        @Nullable Point position,
        Instant observed) {}
