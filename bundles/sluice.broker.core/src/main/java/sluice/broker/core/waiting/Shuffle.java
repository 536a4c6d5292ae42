package sluice.broker.core.waiting;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Reason;
import sluice.broker.core.shape.Slots;
import sluice.broker.core.window.Closed;
import sluice.broker.core.window.Incoming;
import sluice.broker.core.window.Stage;

/**
 * Tells records in batches, each in an order that says nothing of the one in which they came. A batch that does not fill in time is not told: a
 * record that hides among few does not hide.
 */
public final class Shuffle implements Stage {
    private final int size;
    private final long longestMillis;
    private final RandomGenerator random;
    private final List<Closed> ready = new ArrayList<>();
    private List<Slots> batch = new ArrayList<>();
    private long since;

    /**
     * An empty batch.
     *
     * @param size how many records are told together
     * @param longest how long the first one waits for the others
     * @param random nobody can foresee it
     */
    public Shuffle(int size, Duration longest, RandomGenerator random) {
        this.size = size;
        this.longestMillis = longest.toMillis();
        this.random = requireNonNull(random, "random is null");
    }

    @Override
    public synchronized @Nullable Reason take(Incoming incoming, Instant now) {
        expire(now);
        since = batch.isEmpty() ? now.toEpochMilli() : since;
        batch.add(incoming.values());
        if (batch.size() == size) {
            Collections.shuffle(batch, new Random(random.nextLong()));
            ready.add(Closed.let(now, batch, 0, Reason.WINDOW_VOID));
            batch = new ArrayList<>();
        }
        return null;
    }

    @Override
    public synchronized List<Closed> close(Instant now) {
        expire(now);
        List<Closed> closed = List.copyOf(ready);
        ready.clear();
        return closed;
    }

    private void expire(Instant now) {
        long waited = now.toEpochMilli() - since;
        if (!batch.isEmpty() && (waited >= longestMillis || waited < 0)) {
            ready.add(Closed.let(now, List.of(), batch.size(), Reason.WINDOW_VOID));
            batch = new ArrayList<>();
        }
    }

    @Override
    public synchronized List<Closed> abandon() {
        List<Closed> closed = new ArrayList<>(ready);
        closed.add(Closed.let(Instant.EPOCH, List.of(), batch.size(), Reason.WITHDRAWN));
        ready.clear();
        batch = new ArrayList<>();
        return closed;
    }
}
