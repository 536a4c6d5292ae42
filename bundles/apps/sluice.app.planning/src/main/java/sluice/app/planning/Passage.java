package sluice.app.planning;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One vehicle passed. There is no component that could say which.
 *
 * @param segment the road segment, as the city names it
 * @param observed the quarter hour in which it passed
 */
public record Passage(String segment, Instant observed) {
    public Passage {
        requireNonNull(segment, "segment is null");
        requireNonNull(observed, "observed is null");
    }
}
