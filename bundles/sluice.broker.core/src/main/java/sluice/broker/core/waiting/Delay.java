package sluice.broker.core.waiting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Reason;
import sluice.broker.core.shape.Slots;
import sluice.broker.core.window.Closed;
import sluice.broker.core.window.Incoming;
import sluice.broker.core.window.Stage;

/** Tells each record so much later than it came, by the platform's clock. If that is set back nobody waits longer than from then on. */
public final class Delay implements Stage {
    /** As many records wait. */
    public static final int MOST = 100_000;

    private final long delayMillis;
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    private record Waiting(long due, Slots values) {}

    /**
     * Nobody waits.
     *
     * @param delay how long
     */
    public Delay(Duration delay) {
        this.delayMillis = delay.toMillis();
    }

    @Override
    public synchronized @Nullable Reason take(Incoming incoming, Instant now) {
        if (waiting.size() == MOST) {
            return Reason.BUFFER_FULL;
        }
        waiting.addLast(new Waiting(now.toEpochMilli() + delayMillis, incoming.values()));
        return null;
    }

    @Override
    public synchronized List<Closed> close(Instant now) {
        List<Slots> rows = new ArrayList<>();
        long millis = now.toEpochMilli();
        for (Waiting first = waiting.peekFirst(); first != null && isDue(first, millis); first = waiting.peekFirst()) {
            rows.add(first.values);
            waiting.pollFirst();
        }
        return rows.isEmpty() ? List.of() : List.of(Closed.let(now, rows, 0, Reason.WITHDRAWN));
    }

    private boolean isDue(Waiting first, long now) {
        return first.due <= now || first.due - now > delayMillis;
    }

    @Override
    public synchronized List<Closed> abandon() {
        long lost = waiting.size();
        waiting.clear();
        return lost == 0 ? List.of() : List.of(Closed.let(Instant.EPOCH, List.of(), lost, Reason.WITHDRAWN));
    }
}
