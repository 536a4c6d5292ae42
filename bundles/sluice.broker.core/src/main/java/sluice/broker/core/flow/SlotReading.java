package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import sluice.broker.core.shape.Slots;

/**
 * A reading on the platform's side of the line: values only, nothing foreign.
 *
 * @param source id of the device, or symbolic name of the application, that it is from
 * @param id known to the platform only
 * @param values in the order of the source's shape; undeclared fields are absent
 * @param observedAt when it was observed
 * @param simulated whether nothing real stands behind it
 * @param arrivedNanos when its message stood at the door, by the platform's ticker
 */
public record SlotReading(
        String source, ReadingId id, Slots values, Instant observedAt, boolean simulated, long arrivedNanos) {
    public SlotReading {
        requireNonNull(source, "source is null");
        requireNonNull(id, "id is null");
        requireNonNull(values, "values is null");
        requireNonNull(observedAt, "observedAt is null");
    }
}
