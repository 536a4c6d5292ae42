package sluice.ledger.internal.tree;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import sluice.ledger.internal.entry.Entry;
import sluice.ledger.internal.entry.Recollection;
import sluice.tlog.EntryBundle;
import sluice.tlog.GrowingTree;
import sluice.tlog.StoredTree;
import sluice.tlog.Tile;
import sluice.tlog.TreeHash;

/** The right edge of the ledger in memory: it takes entries in, and has files to write in return. Used by one thread at a time. */
final class Growth {
    // The end of the year 9999.
    private static final long LATEST = 253_402_300_799L;

    private final TreeHash hash = new TreeHash();
    private final Clock clock;
    private final long writtenUpTo;
    private final Recollection recollection;
    private final Openings openings;
    private final GrowingTree tree;
    private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    private final Deque<Output> outputs = new ArrayDeque<>();
    private final List<Tile> completed = new ArrayList<>();
    private final Recollection replayed = new Recollection();
    private final Map<Long, LocalDate> edgeDays;
    private long daySecond = Long.MIN_VALUE;
    private LocalDate day = LocalDate.EPOCH;

    /** A file to write: its path below the ledger's folder, and all that is in it. */
    record Output(String name, byte[] bytes) {}

    /**
     * Goes on where the files end.
     *
     * @param size leaves from which on entries will be taken in
     * @param settled up to where files need not be written again, and what the entries before tell
     */
    Growth(TileFolder files, long size, Settled settled, Clock clock) throws IOException {
        this.clock = clock;
        this.writtenUpTo = settled.size();
        this.recollection = settled.recollection();
        this.openings = new Openings(files);
        this.tree = new StoredTree(files.asOf(writtenUpTo), size).growing(this::full);
        int width = (int) (size % Tile.FULL);
        if (width > 0) {
            Tile first = new Tile(Tile.ENTRIES, size / Tile.FULL, width);
            bundle.writeBytes(EntryBundle.encode(
                    files.entries(TileFolder.at(writtenUpTo, first)).subList(0, width)));
        }
        this.edgeDays = openings.daysOf(writtenUpTo / Tile.FULL);
    }

    /** The hash of an entry's leaf. */
    byte[] leafHash(Entry entry) {
        return hash.leaf(entry.payload(), entry.leafStart(), entry.leafLength());
    }

    /** Takes in the next entry. */
    void take(Entry entry, byte[] leafHash) {
        if (tree.size() >= writtenUpTo) {
            recollection.accept(entry);
            openings.add(tree.size(), day(), entry);
        } else {
            takeAgain(tree.size(), entry);
        }
        bundle.write(entry.payload(), 0, entry.bundled());
        tree.append(leafHash);
        if (tree.size() % Tile.FULL == 0) {
            long index = tree.size() / Tile.FULL - 1;
            if (tree.size() > writtenUpTo) {
                openings.write(index, (name, bytes) -> outputs.add(new Output(name, bytes)));
                openings.next();
            }
            full(new Tile(Tile.ENTRIES, index, Tile.FULL), bundle.toByteArray());
            bundle.reset();
        }
    }

    /**
     * An entry that was taken in before: its opening stands in a file that will be written anew if it is of the last bundle, under the same
     * day as before. One whose day nobody knows is left out, for it may have been forgotten.
     */
    private void takeAgain(long number, Entry entry) {
        replayed.accept(entry);
        if (number >= writtenUpTo / Tile.FULL * Tile.FULL) {
            LocalDate known = edgeDays.get(number);
            if (known != null || replayed.lastSecond() >= 0 || recollection.lastSecond() < 0) {
                openings.add(number, known == null ? dayOf(replayed.lastSecond()) : known, entry);
            }
        }
    }

    private LocalDate dayOf(long second) {
        Instant instant = second < 0 ? clock.instant() : Instant.ofEpochSecond(Math.min(second, LATEST));
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

    // INVARIANT: told by the entries, not by the clock, so that a restart puts an opening where it was.
    private LocalDate day() {
        long second = recollection.lastSecond();
        if (second != daySecond || second < 0) {
            day = dayOf(second);
            daySecond = second;
        }
        return day;
    }

    private void full(Tile tile, byte[] bytes) {
        int height = 8 * (Math.max(0, tile.level()) + 1);
        if (tile.index() + 1 << height > writtenUpTo) {
            outputs.add(new Output(tile.path(), bytes));
            completed.add(tile);
        }
    }

    /** The files of the right edge as it is now. */
    void edge() {
        int width = (int) (tree.size() % Tile.FULL);
        long index = tree.size() / Tile.FULL;
        if (width > 0) {
            openings.write(index, (name, bytes) -> outputs.add(new Output(name, bytes)));
            outputs.add(new Output(new Tile(Tile.ENTRIES, index, width).path(), bundle.toByteArray()));
        }
        tree.partials((tile, hashes) -> outputs.add(new Output(tile.path(), hashes)));
    }

    /** What is to be written, in this order. */
    Deque<Output> outputs() {
        return outputs;
    }

    /** The tiles that became full since the last time. */
    List<Tile> drainCompleted() {
        List<Tile> tiles = List.copyOf(completed);
        completed.clear();
        return tiles;
    }

    long size() {
        return tree.size();
    }

    byte[] root() {
        return tree.root();
    }

    Recollection recollection() {
        return recollection;
    }

    /** From which entry on the journal is needed, once all files up to now are safe. */
    long neededFrom() {
        return openings.neededFrom(day(), tree.size());
    }

    /** All files up to now are safe. */
    void safe() {
        openings.retire(day());
    }

    /** Forgets openings of days before one; see {@link Openings#forget}. */
    List<LocalDate> forget(LocalDate before) throws IOException {
        List<LocalDate> days = openings.forget(before);
        outputs.removeIf(output ->
                days.stream().anyMatch(forgotten -> output.name().startsWith(Openings.FOLDER + "/" + forgotten)));
        return days;
    }
}
