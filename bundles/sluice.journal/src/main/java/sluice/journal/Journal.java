package sluice.journal;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;

/**
 * An append-only log in a folder of preallocated segment files. Entries have positions that rise by one, across restarts too. One thread
 * writes; entries that arrive together share a write.
 *
 * <p>What was acknowledged is on disk. What a crash cut short was not acknowledged, and is gone when the journal is opened again. As long
 * as the disk can not be written nothing is acknowledged and nothing is lost: the write is repeated until it works.
 *
 * <p>All methods may be called from any thread.
 */
public final class Journal implements AutoCloseable {
    /** The patience of a caller that can not do without. */
    public static final Duration FOREVER = Duration.ofDays(36_500);

    private final Segments segments;
    private final Pending pending;
    private final Writer writer;
    private final Thread thread;

    private Journal(Segments segments, Pending pending, Writer writer, String name) {
        this.segments = segments;
        this.pending = pending;
        this.writer = writer;
        this.thread = new Thread(writer, "sluice-journal-" + name);
        thread.setDaemon(true);
    }

    /**
     * Opens the journal of a folder, and finds its end. A torn last write is cut off; damage before it shows in {@link #replay}, and is
     * never overwritten.
     *
     * @param folder created if missing, for its owner only
     * @param settings the limits
     * @param disk where it writes to
     * @return the journal, ready to append to
     * @throws IOException if the folder can not be read, or another journal has it open
     */
    public static Journal open(Path folder, JournalSettings settings, Disk disk) throws IOException {
        disk.createFolder(folder);
        FolderLock lock = FolderLock.on(folder);
        try {
            Segments segments = new Segments(folder);
            Recovered recovered = Recovered.from(segments, disk);
            Pending pending = new Pending(settings, recovered.next());
            Writer writer = new Writer(settings, disk, segments, pending, lock, recovered);
            Journal journal = new Journal(segments, pending, writer, String.valueOf(folder.getFileName()));
            journal.thread.start();
            return journal;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Appends an entry. Waits while as much is pending as the settings allow; a callback, on the journal's own thread, never waits.
     *
     * @param payload makes the bytes
     * @param whenDurable told once it is on disk
     * @param patience longest time to wait for room
     * @return its position, or -1 if it was not taken: no room in time, the journal is closed, or the thread was interrupted (which it then
     *     still is)
     * @throws IllegalArgumentException if the payload is too long for a segment
     */
    public long append(Payload payload, WhenDurable whenDurable, Duration patience) {
        try {
            return pending.append(payload, whenDurable, patience, Thread.currentThread() != thread);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** Lets what is pending go to disk at once, without waiting for company. */
    public void hurry() {
        pending.hurry();
    }

    /** Lets the next entry start a new file, so that {@link #dropBefore} can let go of the one before. */
    public void roll() {
        writer.roll();
    }

    /**
     * Appends an entry and waits until it is on disk.
     *
     * @param payload not to be changed any more
     * @param patience longest time to wait
     * @return its position, or empty if it was not on disk in time; it may still come to be
     */
    public OptionalLong appendAndWait(byte[] payload, Duration patience) {
        long deadline = System.nanoTime() + NANOSECONDS.convert(patience);
        CountDownLatch written = new CountDownLatch(1);
        long position = append(at -> payload, at -> written.countDown(), patience);
        hurry();
        try {
            boolean inTime = position >= 0 && written.await(deadline - System.nanoTime(), NANOSECONDS);
            return inTime ? OptionalLong.of(position) : OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    /**
     * Reads entries that are on disk now, in order.
     *
     * @param from first position
     * @param until position behind the last; entries that are not on disk yet are left out in any case
     * @param visitor given each entry and each damage, before this returns
     * @throws IOException if a file can not be read
     */
    public void replay(long from, long until, Visitor visitor) throws IOException {
        segments.read(from, Math.min(until, next()), visitor);
    }

    /**
     * Position behind the last entry on disk.
     *
     * @return 0 for a journal that never had one
     */
    public long next() {
        return writer.durable();
    }

    /**
     * Deletes the files in which every entry is before a position; the last file always stays.
     *
     * @param position first position that must stay
     * @throws IOException if a file can not be deleted
     */
    public void dropBefore(long position) throws IOException {
        segments.dropBefore(position);
    }

    /**
     * First positions of the files, which is where {@link #dropBefore} can cut.
     *
     * @return rising
     */
    public List<Long> starts() {
        return segments.list().stream().map(Segment::first).toList();
    }

    /**
     * Name of the file that holds a position, or would hold it.
     *
     * @param position the position
     * @return empty if there is no file yet that could
     */
    public String fileOf(long position) {
        return segments.list().stream()
                .filter(segment -> segment.first() <= position)
                .reduce((earlier, later) -> later)
                .map(segment -> String.valueOf(segment.file().getFileName()))
                .orElse("");
    }

    /**
     * Length of all segment files.
     *
     * @return bytes
     * @throws IOException if a file can not be looked at
     */
    public long bytes() throws IOException {
        long sum = 0;
        for (Segment segment : segments.list()) {
            sum += Files.size(segment.file());
        }
        return sum;
    }

    /**
     * Why nothing can be written now.
     *
     * @return empty if the last write worked
     */
    public String trouble() {
        return writer.trouble();
    }

    /**
     * How many callbacks threw; those behind them were still called.
     *
     * @return since the journal was opened
     */
    public long failedCallbacks() {
        return writer.failedCallbacks();
    }

    /**
     * Takes no more entries, and waits until those taken are on disk. What is not by then is given up; it was never acknowledged.
     *
     * @param patience longest time to wait
     */
    public void close(Duration patience) {
        pending.close();
        try {
            // The second join lets the interrupted writer give the folder free.
            thread.join(Math.max(1, patience.toMillis()));
            thread.interrupt();
            thread.join(1_000);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    /** Closes with five seconds of patience. */
    @Override
    public void close() {
        close(Duration.ofSeconds(5));
    }
}
