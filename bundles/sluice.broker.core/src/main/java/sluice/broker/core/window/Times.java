package sluice.broker.core.window;

import java.time.Duration;

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
        boolean isLength = length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0 && length.getNano() == 0;
        if (!isLength || lateness.isNegative() || idle.isNegative()) {
            throw new IllegalArgumentException("no such window: " + length + ", " + lateness + ", " + idle);
        }
        if (lateness.plus(idle).dividedBy(length) > MOST_OPEN - 4L - aheadIn(length)) {
            throw new IllegalArgumentException("too many windows would be open at once: " + length + " is short for "
                    + lateness + " and " + idle);
        }
    }

    private static long aheadIn(Duration length) {
        return Math.min(MOST_OPEN - 5L, Watermark.AHEAD.dividedBy(length));
    }

    /** The start of the window that holds an instant, milliseconds. */
    long startOf(long millis) {
        return Math.floorDiv(millis, length.toMillis()) * length.toMillis();
    }
}
