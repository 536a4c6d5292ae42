package sluice.demo.platewatch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One component too many: {@code plate} is a direct identifier, and the purpose ends at aggregates.
 *
 * @param plate what keeps this record from binding
 * @param segment the road segment, as the city names it
 * @param observed the quarter hour in which it passed
 */
public record PlateSeen(String plate, String segment, Instant observed) {
    public PlateSeen {
        requireNonNull(plate, "plate is null");
        requireNonNull(segment, "segment is null");
        requireNonNull(observed, "observed is null");
    }
}
