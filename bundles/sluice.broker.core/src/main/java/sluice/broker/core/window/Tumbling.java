package sluice.broker.core.window;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Reason;

/**
 * The tumbling windows of one flow, by the time at which records were observed. Each window is told once, whole, or not at all:
 *
 * <ol>
 *   <li>a record of a window that was ended, or is over, is late
 *   <li>a window that began before this object did is partial, and void
 *   <li>a window that finds no memory is void, from the record on that found none
 *   <li>a window that is given up is void
 *   <li>a window that was open, or not told yet, when the platform was killed is void
 * </ol>
 *
 * <p>In memory only. Safe for several threads.
 */
public final class Tumbling implements Stage {
    private final Grouping grouping;
    private final int needed;
    private final Times times;
    private final Room room;
    private final RandomGenerator random;
    private final Watermark watermark;
    private final Map<Long, Pane> panes = new TreeMap<>();
    private final List<Closed> closed = new ArrayList<>();
    private boolean isAbandoned;
    private long lastStart;
    private @Nullable Pane lastPane;

    /**
     * Windows of which none is open.
     *
     * @param grouping what is told of each
     * @param times when they begin and end
     * @param room the memory of all windows
     * @param birth since when all records come here, and what was lost before
     * @param random nobody can foresee it
     */
    public Tumbling(Grouping grouping, Times times, Room room, Birth birth, RandomGenerator random) {
        this.grouping = requireNonNull(grouping, "grouping is null");
        this.needed = grouping.needed();
        this.times = requireNonNull(times, "times is null");
        this.room = requireNonNull(room, "room is null");
        this.random = requireNonNull(random, "random is null");
        this.watermark = new Watermark(times, birth.at().toEpochMilli());
        long first = times.startOf(birth.at().toEpochMilli());
        birth.lost(times, first).forEach(start -> closed.add(Closed.voided(start, 0, Closed.KILLED)));
        if (watermark.isPartial(first)) {
            closed.add(Closed.voided(first, 0, Closed.PARTIAL));
        }
    }

    @Override
    public synchronized @Nullable Reason take(Incoming incoming, Instant now) {
        if (isAbandoned) {
            return Reason.WINDOW_VOID;
        }
        if ((incoming.values().present() & needed) != needed) {
            return Reason.ABSENT;
        }
        long nowMillis = now.toEpochMilli();
        long at = incoming.at().toEpochMilli();
        long start = times.startOf(at);
        watermark.seen(at, nowMillis);
        if (watermark.isLate(start, nowMillis)) {
            return Reason.LATE;
        }
        if (watermark.isPartial(start) || watermark.isAhead(start, nowMillis)) {
            return Reason.WINDOW_VOID;
        }
        Pane pane = pane(start);
        return pane != null && pane.take(incoming) ? null : Reason.WINDOW_FULL;
    }

    /** The last record's window, mostly. */
    private @Nullable Pane pane(long start) {
        if (lastPane == null || lastStart != start) {
            lastPane = find(start);
            lastStart = start;
        }
        return lastPane;
    }

    private @Nullable Pane find(long start) {
        Pane open = panes.get(start);
        if (open == null && panes.size() < Times.MOST_OPEN) {
            open = grouping.isOfTrips()
                    ? new TripsPane(grouping, room, Instant.ofEpochMilli(start))
                    : new GroupedPane(grouping, room);
            panes.put(start, open);
        }
        return open;
    }

    @Override
    public synchronized List<Closed> close(Instant now) {
        long nowMillis = now.toEpochMilli();
        Iterator<Map.Entry<Long, Pane>> open = panes.entrySet().iterator();
        while (open.hasNext()) {
            Map.Entry<Long, Pane> one = open.next();
            long start = one.getKey();
            if (watermark.isAhead(start, nowMillis)) {
                end(start, one.getValue(), Closed.CLOCK);
                open.remove();
            } else if (watermark.isOver(start, nowMillis)) {
                end(start, one.getValue(), "");
                open.remove();
            }
        }
        return drain();
    }

    @Override
    public synchronized List<Closed> abandon() {
        isAbandoned = true;
        panes.forEach((start, pane) -> end(start, pane, Closed.ABANDONED));
        panes.clear();
        return drain();
    }

    private void end(long start, Pane pane, String voided) {
        watermark.end(start);
        lastPane = null;
        Shown shown = voided.isEmpty() ? pane.close(random) : null;
        closed.add(
                shown == null
                        ? Closed.voided(start, pane.taken(), voided.isEmpty() ? Closed.FULL : voided)
                        : new Closed(Instant.ofEpochMilli(start), shown.rows(), shown.hidden(), 0, null, ""));
        pane.free();
    }

    private List<Closed> drain() {
        List<Closed> drained = List.copyOf(closed);
        closed.clear();
        return drained;
    }
}
