package sluice.spool.internal;

/** What one recipient has not had yet, as positions. */
final class Backlog {
    /** Position of nothing. */
    static final long NONE = -1;

    private long consumed;
    private long oldest = NONE;
    private long last = NONE;
    private long dropped;

    Backlog(long consumed) {
        this.consumed = consumed;
    }

    synchronized void appended(long position) {
        if (isEmpty()) {
            oldest = position;
        }
        last = position;
    }

    /** It has had all up to a position; one that it was never given counts as the last that it was. */
    synchronized void consumed(long position) {
        advance(position);
        dropped = 0;
    }

    /** Files before a position are deleted. */
    synchronized void cut(long position, long entriesLost) {
        advance(position - 1);
        dropped += entriesLost;
    }

    private void advance(long position) {
        consumed = Math.max(consumed, Math.min(position, last));
        oldest = Math.max(oldest, position + 1);
    }

    synchronized boolean awaits(long position) {
        return position > consumed;
    }

    /** Its oldest entry is here or later; {@link Long#MAX_VALUE} if it has had all. */
    synchronized long oldest() {
        return isEmpty() ? Long.MAX_VALUE : oldest;
    }

    synchronized long last() {
        return last;
    }

    synchronized long consumed() {
        return consumed;
    }

    /** How many entries were deleted before it had them, since it was last here. */
    synchronized long dropped() {
        return dropped;
    }

    private boolean isEmpty() {
        return consumed >= last;
    }
}
