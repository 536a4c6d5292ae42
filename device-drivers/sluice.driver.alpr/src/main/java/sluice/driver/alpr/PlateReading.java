package sluice.driver.alpr;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A plate that passed a camera; the stream {@code traffic.plate}.
 *
 * @param plate as the agent reads it, without separators
 * @param confidence 0 to 1, the agent's own
 * @param segment where the camera stands, as the city names it
 * @param region where the plate was issued, as the agent names it, for example {@code us-mo}
 * @param observed when the vehicle came into view, by the agent's clock
 */
public record PlateReading(
        String plate,
        double confidence,
        String segment,
        @Nullable String region,
        Instant observed) {}
