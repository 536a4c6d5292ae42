package sluice.ledger.internal.tree;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Deque;
import java.util.List;
import sluice.journal.CheckedFile;
import sluice.journal.Disk;
import sluice.journal.Journal;
import sluice.ledger.internal.entry.Entry;
import sluice.tlog.Tile;
import sluice.tlog.note.SignedNote;

/**
 * Makes tiles and checkpoints from what the journal made durable.
 *
 * <ol>
 *   <li>Tiles are written without being forced to disk: until they are, the journal keeps their entries, and a restart writes them again.
 *   <li>Once a second, if there is something new, the right edge is written and a checkpoint signed; the anchor gets it too.
 *   <li>When files of the journal are not needed any more, the tiles are forced, {@code settled} says how far, and the files are deleted.
 * </ol>
 */
public final class Publisher {
    private static final long EVERY_NANOS = Duration.ofMillis(800).toNanos();
    private static final long SETTLE_NANOS = Duration.ofSeconds(60).toNanos();
    private static final String CHECKPOINT = "checkpoint";
    private static final Published NOTHING = new Published(-1, new byte[0]);

    private final Backlog backlog = new Backlog();
    private final Growth growth;
    private final TileFolder files;
    private final Anchor anchor;
    private final Journal journal;
    private final CheckedFile settledFile;
    private final int journalFiles;
    private Published published;
    private long settled;
    private boolean isMended;
    private long settledNanos = System.nanoTime();
    private long publishedNanos = System.nanoTime() - EVERY_NANOS;
    private volatile String trouble = "";

    /**
     * What the last checkpoint says.
     *
     * @param size leaves
     * @param root 32 bytes
     */
    public record Published(long size, byte[] root) {}

    Publisher(
            Examination.Restored restored,
            TileFolder files,
            Anchor anchor,
            Journal journal,
            Disk disk,
            int journalFiles) {
        this.growth = restored.growth();
        this.files = files;
        this.anchor = anchor;
        this.journal = journal;
        this.journalFiles = journalFiles;
        this.settledFile = new CheckedFile(files.path(Settled.FILE), disk);
        this.published = restored.published() == growth.size() ? new Published(growth.size(), growth.root()) : NOTHING;
        this.settled = restored.settled();
        this.isMended = settled == growth.size();
    }

    /** Takes an entry that is on disk; in the order of the entries. */
    public void durable(Entry entry) {
        backlog.add(entry);
    }

    /** Waits while very much is on disk that is in no tile yet. */
    public void awaitRoom(Duration patience) {
        backlog.awaitRoom(patience);
    }

    /** Does what is due. Called several times a second. */
    public synchronized void tick() {
        try {
            integrate();
            if (System.nanoTime() - publishedNanos >= EVERY_NANOS || !trouble.isEmpty()) {
                publish();
                mend();
                settleIfUseful();
            }
            trouble = "";
        } catch (IOException e) {
            trouble = "can not write: " + e.getMessage() + "; it is tried again until it works";
        }
    }

    /**
     * Publishes all that is durable, and tells what.
     *
     * @throws IOException if nothing could be published yet
     */
    public synchronized Published publishNow() throws IOException {
        if (growth.size() == 0 && backlog.isEmpty()) {
            return new Published(0, growth.root());
        }
        publishedNanos -= EVERY_NANOS;
        tick();
        if (published.size() < 0) {
            throw new IOException(trouble);
        }
        return published;
    }

    private void integrate() throws IOException {
        flush();
        for (List<Entry> part = backlog.take(); !part.isEmpty(); part = backlog.take()) {
            for (Entry entry : part) {
                growth.take(entry, growth.leafHash(entry));
            }
            flush();
        }
    }

    private void flush() throws IOException {
        Deque<Growth.Output> outputs = growth.outputs();
        while (!outputs.isEmpty()) {
            Growth.Output output = outputs.getFirst();
            files.put(output.name(), output.bytes());
            outputs.removeFirst();
        }
    }

    private void publish() throws IOException {
        if (growth.size() == published.size() || growth.size() == 0) {
            return;
        }
        growth.edge();
        flush();
        byte[] root = growth.root();
        SignedNote note = anchor.sign(growth.size(), root);
        files.replace(CHECKPOINT, note.toBytes());
        anchor.keep(note);
        published = new Published(growth.size(), root);
        publishedNanos = System.nanoTime();
    }

    /** After a crash: partial tiles that the disk did not keep are written again; whoever has an old checkpoint may ask for them. */
    private void mend() throws IOException {
        if (!isMended) {
            growth.edge();
            flush();
            new Mending(files, settled, published.size()).run();
            settle();
            isMended = true;
        }
    }

    // Not at once: by then the system has written most tiles by itself, and to force what is written costs little.
    private void settleIfUseful() throws IOException {
        List<Long> starts = journal.starts();
        boolean isDue = starts.size() > journalFiles || System.nanoTime() - settledNanos > SETTLE_NANOS;
        if (isDue && starts.size() > 1 && starts.get(1) <= growth.neededFrom()) {
            settle();
        }
    }

    private void settle() throws IOException {
        files.force();
        new Settled(published.size(), growth.recollection()).write(settledFile);
        settled = published.size();
        settledNanos = System.nanoTime();
        growth.safe();
        journal.dropBefore(growth.neededFrom());
        for (Tile full : growth.drainCompleted()) {
            files.deletePartials(full);
        }
    }

    /**
     * Forgets the openings of old days.
     *
     * @param before first day that is kept
     * @return the days that were forgotten now
     */
    public synchronized List<LocalDate> forget(LocalDate before) {
        try {
            return growth.forget(before);
        } catch (IOException e) {
            trouble = "can not forget openings: " + e.getMessage();
            return List.of();
        }
    }

    /** Day by day, so that openings do not stay in the journal longer than in their folders. */
    public long lastSecond() {
        return growth.recollection().lastSecond();
    }

    /** Why the files are behind; empty if they are not. */
    public String trouble() {
        return trouble;
    }

    /** Publishes what is left, and makes it safe. */
    public synchronized void close() {
        try {
            integrate();
            publish();
            mend();
            if (settled < published.size()) {
                settle();
            }
        } catch (IOException e) {
            trouble = "can not write: " + e.getMessage();
        }
    }
}
