package sluice.broker.core.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One stretch of time for which a key or a privacy budget holds.
 *
 * @param from its first instant
 * @param until the first instant after it
 */
public record Epoch(Instant from, Instant until) {
    public Epoch {
        requireNonNull(from, "from is null");
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("an epoch must end after it begins, got " + from + " to " + until);
        }
    }

    /**
     * Whether an instant lies in it.
     *
     * @param instant any
     * @return true from the first instant on, up to and without {@link #until}
     */
    public boolean holds(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }

    /**
     * Whether some instant lies in both.
     *
     * @param other another one
     * @return true if so
     */
    public boolean overlaps(Epoch other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }
}
