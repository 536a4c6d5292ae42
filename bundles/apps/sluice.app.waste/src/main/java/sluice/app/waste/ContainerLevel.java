package sluice.app.waste;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * All that this application asks to know of a container.
 *
 * @param container the city's name for it
 * @param fillingLevel 0 (empty) to 1 (full)
 * @param observed when, as exactly as policy tells
 */
public record ContainerLevel(String container, double fillingLevel, Instant observed) {
    public ContainerLevel {
        requireNonNull(container, "container is null");
        requireNonNull(observed, "observed is null");
    }
}
