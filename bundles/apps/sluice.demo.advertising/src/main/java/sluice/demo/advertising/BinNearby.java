package sluice.demo.advertising;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What the waste application gets too. That a field is harmless does not make every purpose a lawful one.
 *
 * @param container the city's name for it
 * @param fillingLevel 0 to 1
 * @param observed when
 */
public record BinNearby(String container, double fillingLevel, Instant observed) {
    public BinNearby {
        requireNonNull(container, "container is null");
        requireNonNull(observed, "observed is null");
    }
}
