package sluice.broker.core.window;

import java.time.Duration;
import java.util.Optional;

/**
 * When windows begin, and when they are over.
 *
 * @param length of each; windows follow each other from 1970-01-01T00:00:00Z on, without gap or overlap
 * @param lateness how much later than the newest record a record may come and still count
 * @param idle so long after that a window is over by the platform's clock, if no newer record ended it before
 */
public record Times(Duration length, Duration lateness, Duration idle) {
    /** The shortest window. */
    public static final Duration SHORTEST = Duration.ofSeconds(1);

    /** The longest window. */
    public static final Duration LONGEST = Duration.ofDays(31);

    /** As many windows are open at once at most. */
    public static final int MOST_OPEN = 64;

    public Times {
        fault(length, lateness, idle).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
    }

    /**
     * What is wrong with such times.
     *
     * @param length see {@link #length}
     * @param lateness see {@link #lateness}
     * @param idle see {@link #idle}
     * @return for the policy's author; empty if nothing is wrong
     */
    public static Optional<String> fault(Duration length, Duration lateness, Duration idle) {
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0 || length.getNano() != 0) {
            return Optional.of("a window is " + SHORTEST + " to " + LONGEST + " long, in whole seconds, got " + length);
        }
        if (lateness.isNegative() || idle.isNegative() || lateness.plus(idle).compareTo(LONGEST) > 0) {
            return Optional.of("`lateness` and `idle` are 0 or more, and together " + LONGEST + " at most");
        }
        return lateness.plus(idle).plus(Watermark.AHEAD).dividedBy(length) > MOST_OPEN - 4L
                ? Optional.of("more than " + MOST_OPEN + " windows of " + length
                        + " would be open at once; make `lateness`" + " or `idle` shorter, or the window longer")
                : Optional.empty();
    }

    /** The start of the window that holds an instant, milliseconds. */
    long startOf(long millis) {
        return Math.floorDiv(millis, length.toMillis()) * length.toMillis();
    }
}
