package sluice.demo.advertising;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What the planning application gets too.
 *
 * @param segment the road segment, as the city names it
 * @param observed when
 */
public record CarNearby(String segment, Instant observed) {
    public CarNearby {
        requireNonNull(segment, "segment is null");
        requireNonNull(observed, "observed is null");
    }
}
