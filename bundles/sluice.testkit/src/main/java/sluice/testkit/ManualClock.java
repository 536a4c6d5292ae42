package sluice.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. Safe for many threads. */
public final class ManualClock implements InstantSource {
    private Instant now;

    private ManualClock(Instant start) {
        this.now = requireNonNull(start, "start is null");
    }

    /**
     * A clock that stands at an instant.
     *
     * @param start what it shows first
     * @return the clock
     */
    public static ManualClock at(Instant start) {
        return new ManualClock(start);
    }

    /**
     * A clock that stands at an instant.
     *
     * @param start ISO 8601, for example {@code 2026-03-01T08:00:00Z}
     * @return the clock
     */
    public static ManualClock at(String start) {
        return new ManualClock(Instant.parse(start));
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /**
     * Moves it.
     *
     * @param step how far; negative to go back, as a corrected clock does
     * @return what it shows now
     */
    public synchronized Instant advance(Duration step) {
        now = now.plus(step);
        return now;
    }

    /**
     * Sets it.
     *
     * @param instant what it shall show
     */
    public synchronized void set(Instant instant) {
        now = requireNonNull(instant, "instant is null");
    }
}
