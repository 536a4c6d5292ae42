package sluice.driver.smartbin;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sluice.driver.spi.Refusal;

/** What a frame said before anything was made of it, or why it could not be read. */
sealed interface Measurement {
    /**
     * The sensor's own values; absent where the frame has none.
     *
     * @param distanceMm from the sensor down to the content
     * @param temperature in degrees Celsius
     * @param batteryVolts as measured; only of sensors that send no percentage
     * @param batteryLevel 0 to 1
     * @param tilted whether the sensor hangs askew
     */
    record Values(
            @Nullable Integer distanceMm,
            @Nullable Double temperature,
            @Nullable Double batteryVolts,
            @Nullable Double batteryLevel,
            @Nullable Boolean tilted)
            implements Measurement {
        boolean isEmpty() {
            return distanceMm == null && temperature == null && batteryLevel == null && tilted == null;
        }
    }

    /**
     * Nothing could be read.
     *
     * @param refusal why
     */
    record Unread(Refusal refusal) implements Measurement {}

    default <T> T fold(Function<Values, T> read, Function<Refusal, T> unread) {
        return this instanceof Values values ? read.apply(values) : unread.apply(((Unread) this).refusal());
    }
}
