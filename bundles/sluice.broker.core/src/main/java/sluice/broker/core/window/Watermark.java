package sluice.broker.core.window;

import java.time.Duration;
import java.util.TreeSet;

/**
 * Up to when a stream has been seen, and which of its windows were ended. By the records' own time, never later than the platform's clock less
 * the lateness, so that one device whose clock is ahead does not make all others late. Whatever the platform's clock does, no window is told
 * twice: what was ended is remembered. All in milliseconds since 1970.
 */
final class Watermark {
    /** How far ahead of the platform's clock a record may be. */
    static final Duration AHEAD = Duration.ofMinutes(5);

    /** As many ended windows are remembered one by one; below them all count as ended. */
    private static final int REMEMBERED = 1_024;

    private final Times times;
    private final TreeSet<Long> ended = new TreeSet<>();
    private final long birth;
    private long newest = Long.MIN_VALUE / 2;
    private long endedBelow = Long.MIN_VALUE;
    private long lastEnded = Long.MIN_VALUE;

    /**
     * A stream of which nothing was seen.
     *
     * @param times when windows begin and end
     * @param birth since when records are seen, milliseconds; a window that began before is not whole
     */
    Watermark(Times times, long birth) {
        this.times = times;
        this.birth = birth;
    }

    /** A record was seen. */
    void seen(long at, long now) {
        long before = newest > now + AHEAD.toMillis() ? now : newest;
        newest = Math.max(before, at);
    }

    /** Whether a window began before anything was seen. */
    boolean isPartial(long start) {
        return start < birth;
    }

    /** Whether a record of a window is late. */
    boolean isLate(long start, long now) {
        long end = start + times.length().toMillis();
        return end <= birth || start < endedBelow || wasEnded(start) || end <= passed(now);
    }

    /** Mostly a record is of a later window than any that was ended, and then no object is made. */
    private boolean wasEnded(long start) {
        return start <= lastEnded && ended.contains(start);
    }

    /** Whether a window is over. */
    boolean isOver(long start, long now) {
        long end = start + times.length().toMillis();
        long byClock = now - times.lateness().toMillis() - times.idle().toMillis();
        return end <= passed(now) || end <= byClock;
    }

    /** Whether a window can only have begun while the platform's clock was wrong. */
    boolean isAhead(long start, long now) {
        return start > now + AHEAD.toMillis();
    }

    /** A window was ended, told or not. */
    void end(long start) {
        ended.add(start);
        lastEnded = Math.max(lastEnded, start);
        if (ended.size() > REMEMBERED) {
            endedBelow = Math.max(endedBelow, ended.pollFirst() + 1);
        }
    }

    private long passed(long now) {
        return Math.min(newest, now) - times.lateness().toMillis();
    }
}
