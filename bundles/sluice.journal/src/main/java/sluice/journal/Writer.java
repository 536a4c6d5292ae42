package sluice.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches to the tail, one force each, and acknowledges them. A batch that can not be written is kept and tried again until it
 * can.
 */
final class Writer implements Runnable {
    private final JournalSettings settings;
    private final Disk disk;
    private final Segments segments;
    private final Pending pending;
    private final FolderLock lock;
    private final SecureRandom salts = new SecureRandom();
    private final AtomicLong failedCallbacks = new AtomicLong();
    private @Nullable Tail tail;
    private volatile long durable;
    private volatile String trouble = "";
    private volatile boolean isRollAsked;

    Writer(
            JournalSettings settings,
            Disk disk,
            Segments segments,
            Pending pending,
            FolderLock lock,
            Recovered recovered) {
        this.settings = settings;
        this.disk = disk;
        this.segments = segments;
        this.pending = pending;
        this.lock = lock;
        this.tail = recovered.tail();
        this.durable = recovered.next();
    }

    /** Position behind the last entry that is on disk. */
    long durable() {
        return durable;
    }

    String trouble() {
        return trouble;
    }

    long failedCallbacks() {
        return failedCallbacks.get();
    }

    @Override
    public void run() {
        try (lock) {
            for (List<Pending.Entry> batch = pending.take(); !batch.isEmpty(); batch = pending.take()) {
                write(batch);
            }
            trouble = "the journal is closed";
        } catch (InterruptedException e) {
            trouble = "the journal was closed before all was on disk";
        } catch (IOException | RuntimeException | Error e) {
            trouble = "the journal's writer stopped: " + e.getClass().getName();
        } finally {
            pending.close();
            closeTail();
        }
    }

    private void write(List<Pending.Entry> batch) throws InterruptedException {
        List<Pending.Entry> left = batch;
        while (!left.isEmpty()) {
            try {
                int written = writeSome(left);
                trouble = "";
                acknowledge(left.subList(0, written));
                left = left.subList(written, left.size());
            } catch (IOException e) {
                trouble = "can not write: " + e.getMessage() + "; it is tried again until it works";
                closeTail();
                Thread.sleep(settings.retryEvery().toMillis());
            }
        }
    }

    /** Writes as many entries as the segment has room for, at least one. */
    private int writeSome(List<Pending.Entry> entries) throws IOException {
        Tail into = tailFor(entries.get(0));
        int count = 0;
        int bytes = 0;
        while (count < entries.size() && bytes + lengthOf(entries.get(count)) <= into.room()) {
            bytes += lengthOf(entries.get(count++));
        }
        ByteBuffer frames = ByteBuffer.allocate(bytes);
        long first = entries.get(0).position();
        entries.subList(0, count)
                .forEach(entry -> Frame.put(frames, into.salt(), entry.position(), first, entry.payload()));
        into.write(frames.flip());
        return count;
    }

    private Tail tailFor(Pending.Entry entry) throws IOException {
        Tail current = tail;
        boolean isRolled = isRollAsked && current != null && !current.startsAt(entry.position());
        if (current == null || isRolled || current.room() < lengthOf(entry)) {
            closeTail();
            current = newSegment(entry.position());
            tail = current;
        }
        isRollAsked = false;
        return current;
    }

    /** Lets the next entry start a new segment. */
    void roll() {
        isRollAsked = true;
    }

    private Tail newSegment(long first) throws IOException {
        SegmentHeader header = new SegmentHeader(first, settings.segmentBytes(), salts.nextLong());
        Segment segment = segments.next(first);
        disk.preallocate(segment.file(), header.toBytes(), header.capacity());
        segments.add(segment);
        return new Tail(disk, segment, header, SegmentHeader.BYTES, 0);
    }

    private void acknowledge(List<Pending.Entry> entries) {
        durable = entries.get(entries.size() - 1).position() + 1;
        for (Pending.Entry entry : entries) {
            try {
                entry.whenDurable().at(entry.position());
            } catch (RuntimeException | Error e) {
                // Another's mistake; those behind it must still be told.
                failedCallbacks.incrementAndGet();
            }
        }
        pending.release(entries);
    }

    private void closeTail() {
        Tail current = tail;
        try {
            if (current != null) {
                current.close();
            }
        } catch (IOException e) {
            // Nothing is lost: what counts was forced before.
        }
    }

    private static int lengthOf(Pending.Entry entry) {
        return entry.payload().length + Frame.HEADER;
    }
}
