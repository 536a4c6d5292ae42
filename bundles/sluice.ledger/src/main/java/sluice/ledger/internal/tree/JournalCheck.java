package sluice.ledger.internal.tree;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sluice.journal.Damage;
import sluice.journal.Journal;
import sluice.journal.Visitor;
import sluice.ledger.internal.entry.Entry;
import sluice.tlog.Tile;
import sluice.tlog.TreeHash;

/** Compares entries of the journal with the tiles, as far as there are tiles. */
final class JournalCheck implements Visitor {
    private final TreeHash hash = new TreeHash();
    private final TileFolder files;
    private final Journal journal;
    private final long tiled;
    private long next = -1;
    private long tileIndex = -1;
    private byte[] tile = {};
    private @Nullable IOException fault;

    /**
     * A check.
     *
     * @param tiled up to which leaf there are tiles that must agree
     */
    JournalCheck(TileFolder files, Journal journal, long tiled) {
        this.files = files;
        this.journal = journal;
        this.tiled = tiled;
    }

    @Override
    public void entry(long position, byte[] payload) {
        if (fault == null) {
            try {
                check(position, new Entry(payload));
                next = position + 1;
            } catch (IOException e) {
                fault = e;
            }
        }
    }

    private void check(long position, Entry entry) throws IOException {
        if (next >= 0 && position != next) {
            throw damaged(next, "it is missing");
        }
        if (!entry.isWhole()) {
            throw damaged(position, "it is not an entry that this version writes");
        }
        byte[] leaf = hash.leaf(entry.payload(), entry.leafStart(), entry.leafLength());
        if (position < tiled && !isTiled(position, leaf)) {
            throw damaged(
                    position, "it is not the entry of tile `" + tileOf(position).path() + "`");
        }
    }

    private boolean isTiled(long position, byte[] leaf) throws IOException {
        if (position / Tile.FULL != tileIndex) {
            tileIndex = position / Tile.FULL;
            tile = files.read(tileOf(position));
        }
        int at = (int) (position % Tile.FULL) * TreeHash.BYTES;
        return Arrays.equals(tile, at, at + TreeHash.BYTES, leaf, 0, TreeHash.BYTES);
    }

    private Tile tileOf(long position) {
        long index = position / Tile.FULL;
        return new Tile(0, index, (int) Math.min(Tile.FULL, tiled - index * Tile.FULL));
    }

    private Damaged damaged(long position, String why) {
        return new Damaged(journal.fileOf(position), position, why);
    }

    @Override
    public void damage(Damage damage) {
        if (fault == null) {
            fault = new Damaged(damage.position(), damage.toString());
        }
    }

    void require() throws IOException {
        IOException found = fault;
        if (found != null) {
            throw found;
        }
    }
}
