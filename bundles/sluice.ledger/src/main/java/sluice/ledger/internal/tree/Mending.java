package sluice.ledger.internal.tree;

import java.io.IOException;
import java.util.Arrays;
import sluice.tlog.EntryBundle;
import sluice.tlog.Tile;

/** Writes partial tiles again that were not forced to disk before a crash, and are not what they should be. */
final class Mending {
    private final TileFolder files;
    private final long from;
    private final long size;

    /**
     * Mending.
     *
     * @param from leaves up to which all was forced
     * @param size leaves of the tree whose tiles are all there
     */
    Mending(TileFolder files, long from, long size) {
        this.files = files;
        this.from = from;
        this.size = size;
    }

    void run() throws IOException {
        mend(Tile.ENTRIES, 0);
        for (int level = 0; level < 8 && size >>> 8 * level > 0; level++) {
            mend(level, level);
        }
    }

    private void mend(int level, int height) throws IOException {
        long hashes = size >>> 8 * height;
        for (long index = from >>> 8 * (height + 1); index * Tile.FULL < hashes; index++) {
            mend(new Tile(level, index, (int) Math.min(Tile.FULL, hashes - index * Tile.FULL)));
        }
    }

    private void mend(Tile tile) throws IOException {
        for (int width : files.partials(tile)) {
            Tile partial = tile.withWidth(width);
            if (width < tile.width() && !Arrays.equals(files.bytesOrNull(partial), prefix(tile, width))) {
                files.put(partial.path(), prefix(tile, width));
            }
        }
    }

    private byte[] prefix(Tile tile, int width) throws IOException {
        return tile.level() == Tile.ENTRIES
                ? EntryBundle.encode(files.entries(tile).subList(0, width))
                : Arrays.copyOf(files.read(tile), width * 32);
    }
}
