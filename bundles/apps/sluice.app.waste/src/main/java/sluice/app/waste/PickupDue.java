package sluice.app.waste;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A container that should be emptied on the next round; the stream {@code waste.pickup-due}.
 *
 * @param container the city's name for it
 * @param fillingLevel 0 to 1, when it was last observed
 * @param due when it passed the threshold, or will by forecast
 */
public record PickupDue(String container, double fillingLevel, Instant due) {
    public PickupDue {
        requireNonNull(container, "container is null");
        requireNonNull(due, "due is null");
    }
}
