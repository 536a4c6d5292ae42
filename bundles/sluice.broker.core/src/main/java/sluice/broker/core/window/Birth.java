package sluice.broker.core.window;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Since when all records of a flow come in.
 *
 * @param at since when
 * @param killed when the platform was killed before, if this flow was not told yet what that cost; otherwise null
 */
public record Birth(Instant at, @Nullable Instant killed) {
    public Birth {
        requireNonNull(at, "at is null");
    }

    /**
     * A birth before which nothing was lost.
     *
     * @param at since when
     * @return the birth
     */
    public static Birth at(Instant at) {
        return new Birth(at, null);
    }

    /** The starts of windows that can not have been told before the kill: they were open, or waited for late records. */
    LongStream lost(Times times, long first) {
        if (killed == null) {
            return LongStream.empty();
        }
        long last = Math.min(
                times.startOf(killed.toEpochMilli()), first - times.length().toMillis());
        long oldest = times.startOf(killed.minus(times.lateness()).toEpochMilli());
        return LongStream.iterate(
                oldest, start -> start <= last, start -> start + times.length().toMillis());
    }
}
