package sluice.journal;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Entries on their way to the disk, in order, up to a bound. */
final class Pending {
    private final JournalSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition ready = lock.newCondition();
    private final Deque<Entry> queue = new ArrayDeque<>();
    private long next;
    private long heldBytes;
    private int queuedBytes;
    private boolean hurried;
    private boolean closed;

    Pending(JournalSettings settings, long next) {
        this.settings = settings;
        this.next = next;
    }

    /** An entry that waits; the time is {@link System#nanoTime}. */
    record Entry(long position, byte[] payload, WhenDurable whenDurable, long sinceNanos) {}

    /** Position of the new entry, or -1 if there was no room in time, or no more is taken. */
    long append(Payload payload, WhenDurable whenDurable, Duration patience, boolean mayWait)
            throws InterruptedException {
        lock.lockInterruptibly();
        try {
            return (mayWait && !awaitRoom(patience)) || closed ? -1 : add(payload.at(next), whenDurable);
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitRoom(Duration patience) throws InterruptedException {
        long nanos = NANOSECONDS.convert(patience);
        while (heldBytes >= settings.pendingBytes() && !closed) {
            if (nanos <= 0) {
                return false;
            }
            nanos = room.awaitNanos(nanos);
        }
        return true;
    }

    private long add(byte[] payload, WhenDurable whenDurable) {
        if (payload.length > settings.longestPayload()) {
            throw new IllegalArgumentException(
                    "an entry of " + payload.length + " bytes is longer than " + settings.longestPayload());
        }
        queue.add(new Entry(next, payload, whenDurable, System.nanoTime()));
        heldBytes += payload.length + Frame.HEADER;
        queuedBytes += payload.length + Frame.HEADER;
        if (queue.size() == 1 || isFull()) {
            ready.signal();
        }
        return next++;
    }

    private boolean isFull() {
        return queuedBytes >= settings.batchBytes() || queue.size() >= settings.batchEntries();
    }

    /** Lets the next batch go at once. */
    void hurry() {
        lock.lock();
        try {
            hurried = !queue.isEmpty();
            ready.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The next batch, at most about as large as the settings say; empty once closed and drained. */
    List<Entry> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (queue.isEmpty() && !closed) {
                ready.await();
            }
            awaitCompany();
            return drain();
        } finally {
            lock.unlock();
        }
    }

    private void awaitCompany() throws InterruptedException {
        long nanos = queue.isEmpty()
                ? 0
                : queue.getFirst().sinceNanos() + settings.delay().toNanos() - System.nanoTime();
        while (nanos > 0 && !closed && !hurried && !isFull()) {
            nanos = ready.awaitNanos(nanos);
        }
    }

    private List<Entry> drain() {
        List<Entry> batch = new ArrayList<>();
        int bytes = 0;
        while (!queue.isEmpty() && batch.size() < settings.batchEntries() && bytes < settings.batchBytes()) {
            Entry entry = queue.removeFirst();
            batch.add(entry);
            bytes += entry.payload().length + Frame.HEADER;
        }
        queuedBytes -= bytes;
        hurried &= !queue.isEmpty();
        return batch;
    }

    /** Entries are on disk, or given up: there is room for others. */
    void release(List<Entry> entries) {
        lock.lock();
        try {
            entries.forEach(entry -> heldBytes -= entry.payload().length + Frame.HEADER);
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more; what is queued still goes out. */
    void close() {
        lock.lock();
        try {
            closed = true;
            ready.signalAll();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
