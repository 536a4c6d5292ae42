package sluice.keys.internal.ring;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * What a ring of keys stands on.
 *
 * @param grace for how long after the end of its epoch a key still serves readings that come late; not negative
 * @param clock the platform's time
 * @param ticker nanoseconds of the process's own time, which no clock sets back
 */
public record RingSettings(Duration grace, InstantSource clock, LongSupplier ticker) {
    /** Longest time by which a reading may be ahead of the platform's clock. */
    static final Duration AHEAD = Duration.ofMinutes(5);

    /** Longer than any epoch with its grace. */
    static final Duration LONG_AGO = Duration.ofDays(400);

    /** Longest grace. */
    public static final Duration MOST_GRACE = Duration.ofDays(30);

    public RingSettings {
        requireNonNull(grace, "grace is null");
        requireNonNull(clock, "clock is null");
        requireNonNull(ticker, "ticker is null");
        if (grace.isNegative() || grace.compareTo(MOST_GRACE) > 0) {
            throw new IllegalArgumentException("a grace has 0 to 30 days, got " + grace);
        }
    }
}
