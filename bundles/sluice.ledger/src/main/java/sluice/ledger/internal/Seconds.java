package sluice.ledger.internal;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import sluice.ledger.internal.entry.Entry;
import sluice.ledger.internal.entry.Leaves;

/**
 * Opens seconds and seals them.
 *
 * <p>At most one second is open. A count belongs to the second in which it is sealed: its own, or the next if it came at the very end. A
 * second may be opened and sealed twice; its counts add up.
 */
final class Seconds {
    private final Writing writing;
    private final Leaves leaves;
    private final Tallies tallies;
    private final Clock clock;
    private final Duration patience;
    private final BooleanSupplier isWritable;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile @Nullable Second current;
    private long lastSealed = -1;

    Seconds(
            Writing writing,
            Leaves leaves,
            Tallies tallies,
            Clock clock,
            Duration patience,
            BooleanSupplier isWritable) {
        this.writing = writing;
        this.leaves = leaves;
        this.tallies = tallies;
        this.clock = clock;
        this.patience = patience;
        this.isWritable = isWritable;
    }

    private record Second(long second, CountDownLatch onDisk) {
        boolean covers(long other) {
            return second >= other;
        }
    }

    /** Whether a second is open on disk; opens it if not. A later second that is open will do: a crash leaves the same trace. */
    boolean open(long epochSecond) {
        Second open = current;
        if (open != null && open.covers(epochSecond) && open.onDisk().getCount() == 0) {
            return isWritable.getAsBoolean();
        }
        return openSlowly(epochSecond);
    }

    private boolean openSlowly(long epochSecond) {
        try {
            long deadline = System.nanoTime() + patience.toNanos();
            Second asked = ask(epochSecond);
            return asked != null && asked.onDisk().await(deadline - System.nanoTime(), NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private @Nullable Second ask(long epochSecond) throws InterruptedException {
        if (!isWritable.getAsBoolean() || !turn.tryLock(patience.toNanos(), NANOSECONDS)) {
            return null;
        }
        try {
            Second open = current;
            return open != null && open.covers(epochSecond) ? open : write(epochSecond);
        } finally {
            turn.unlock();
        }
    }

    private @Nullable Second write(long epochSecond) {
        sealCurrent();
        Second opened = new Second(epochSecond, new CountDownLatch(1));
        Entry entry = Leaves.opened(clock.millis(), epochSecond);
        if (!writing.append(entry, opened.onDisk()::countDown, patience)) {
            return null;
        }
        writing.hurry();
        current = opened;
        return opened;
    }

    /** Seals what has ended: the open second if it is over, else counts that came without one. Writes nothing if there is nothing. */
    void sealEnded() {
        long now = Math.floorDiv(clock.millis(), 1_000L);
        turn.lock();
        try {
            Second open = current;
            if (!isWritable.getAsBoolean() || open != null && open.second() == now) {
                return;
            }
            sealCurrent();
            if (now - 1 != lastSealed && !tallies.isEmpty()) {
                seal(now - 1);
            }
        } finally {
            turn.unlock();
        }
    }

    /** Seals all there is, ended or not. */
    void sealAll() {
        turn.lock();
        try {
            sealCurrent();
            if (!tallies.isEmpty()) {
                seal(Math.floorDiv(clock.millis(), 1_000L));
            }
        } finally {
            turn.unlock();
        }
    }

    private void sealCurrent() {
        Second open = current;
        if (open != null) {
            // Before the counts are taken: who finds no open second opens the next, and is counted there.
            current = null;
            seal(open.second());
        }
    }

    private void seal(long second) {
        Sealing sealing = new Sealing(writing, leaves, clock, second);
        tallies.drainCounts().forEach(sealing::count);
        tallies.drainSequences().forEach(sealing::sequence);
        sealing.done();
        lastSealed = second;
    }
}
