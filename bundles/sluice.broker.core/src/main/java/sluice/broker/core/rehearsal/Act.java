package sluice.broker.core.rehearsal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One reading on its way down the line.
 *
 * @param source id of the device
 * @param values field to value: String, Long, Double, Boolean, Instant, Duration, Point, or a list of the first three; what is absent is
 *     not in it
 * @param observedAt when the device observed it
 * @param now the platform's time
 */
public record Act(String source, Map<String, Object> values, Instant observedAt, Instant now) {
    public Act {
        requireNonNull(source, "source is null");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        requireNonNull(observedAt, "observedAt is null");
        requireNonNull(now, "now is null");
    }
}
