package sluice.ledger.internal.tree;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import sluice.ledger.internal.entry.Entry;

/** Entries that are durable in the journal and not in a tile yet, in order, up to a bound that holds back whoever brings more. */
final class Backlog {
    /** From so many on {@link #awaitRoom} waits. */
    static final int ENOUGH = 100_000;

    private static final int PART = 4_096;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Deque<Entry> queue = new ArrayDeque<>();

    void add(Entry entry) {
        lock.lock();
        try {
            queue.add(entry);
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return queue.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** The next entries; none if there are none. */
    List<Entry> take() {
        lock.lock();
        try {
            List<Entry> part = new ArrayList<>(Math.min(PART, queue.size()));
            while (!queue.isEmpty() && part.size() < PART) {
                part.add(queue.removeFirst());
            }
            room.signalAll();
            return part;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is room, or patience or thread is at its end. */
    boolean awaitRoom(Duration patience) {
        lock.lock();
        try {
            long nanos = NANOSECONDS.convert(patience);
            while (queue.size() >= ENOUGH && nanos > 0) {
                nanos = room.awaitNanos(nanos);
            }
            return queue.size() < ENOUGH;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
