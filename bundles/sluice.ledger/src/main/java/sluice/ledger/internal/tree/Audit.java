package sluice.ledger.internal.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import sluice.tlog.EntryBundle;
import sluice.tlog.GrowingTree;
import sluice.tlog.StoredTree;
import sluice.tlog.Tile;
import sluice.tlog.TreeHash;

/** Builds the tree again from the stored entries and compares every tile on the way, the outdated partial ones too. Writes nothing. */
final class Audit {
    private final TreeHash hash = new TreeHash();
    private final TileFolder files;
    private final long from;
    private final long to;

    /**
     * An audit.
     *
     * @param from first leaf, a multiple of 256; what is before is believed as the tiles tell it
     * @param to behind the last leaf
     */
    Audit(TileFolder files, long from, long to) {
        this.files = files;
        this.from = from;
        this.to = to;
    }

    /**
     * Goes along.
     *
     * @return the root of the tree of all leaves up to the end
     * @throws Damaged at the first leaf that something is wrong with
     */
    byte[] root() throws IOException {
        try {
            GrowingTree tree = new StoredTree(files, from).growing(this::compare);
            for (long leaf = from; leaf < to; leaf += Tile.FULL) {
                grow(tree, new Tile(Tile.ENTRIES, leaf / Tile.FULL, (int) Math.min(Tile.FULL, to - leaf)));
            }
            tree.partials(this::compare);
            return tree.root();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void grow(GrowingTree tree, Tile bundle) throws IOException {
        List<byte[]> entries = files.entries(bundle);
        if (entries.size() < bundle.width()) {
            throw new Damaged(bundle.path(), firstLeaf(bundle) + entries.size(), "it is cut off");
        }
        for (byte[] entry : entries) {
            tree.append(hash.leaf(entry));
        }
        compareAll(bundle, EntryBundle.encode(entries), ends(entries));
    }

    private static int[] ends(List<byte[]> entries) {
        int[] ends = new int[entries.size()];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += 2 + entries.get(i).length;
            ends[i] = end;
        }
        return ends;
    }

    private void compare(Tile tile, byte[] hashes) {
        int[] ends = new int[tile.width()];
        Arrays.setAll(ends, i -> (i + 1) * TreeHash.BYTES);
        try {
            compareAll(tile, hashes, ends);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares every file at the place of a tile. */
    private void compareAll(Tile tile, byte[] expected, int[] ends) throws IOException {
        boolean isThere = tile.isFull() && compareOne(tile, Tile.FULL, expected, ends);
        for (int width : files.partials(tile)) {
            // One that is wider was perhaps not forced to disk before a crash; it is looked at if there is no other.
            isThere |= width <= tile.width() && compareOne(tile, width, expected, ends);
        }
        if (!isThere && !compareWider(tile, expected, ends)) {
            throw new Damaged(tile.path(), firstLeaf(tile), "it is missing");
        }
    }

    private boolean compareWider(Tile tile, byte[] expected, int[] ends) throws IOException {
        for (int width : files.partials(tile)) {
            if (width > tile.width() && compareOne(tile, width, expected, ends)) {
                return true;
            }
        }
        return compareOne(tile, Tile.FULL, expected, ends);
    }

    /** Whether the file is there and wide enough. */
    private boolean compareOne(Tile tile, int width, byte[] expected, int[] ends) throws IOException {
        byte[] stored = files.bytesOrNull(tile.withWidth(width));
        if (stored == null) {
            return false;
        }
        int common = Math.min(width, tile.width());
        int length = ends[common - 1];
        int difference = Arrays.mismatch(stored, 0, Math.min(length, stored.length), expected, 0, length);
        boolean isTooLong = width <= tile.width() && stored.length > length;
        if (difference >= 0 || isTooLong) {
            int item = difference >= 0 ? itemAt(ends, difference) : common - 1;
            throw new Damaged(tile.withWidth(width).path(), leafAt(tile, item), whyDifferent(tile));
        }
        return width >= tile.width();
    }

    private static int itemAt(int[] ends, int offset) {
        int item = 0;
        while (ends[item] <= offset) {
            item++;
        }
        return item;
    }

    private static String whyDifferent(Tile tile) {
        return switch (tile.level()) {
            case Tile.ENTRIES -> "it is not the entry that the wider file of this bundle holds";
            case 0 ->
                "it does not match the entry in `" + new Tile(Tile.ENTRIES, tile.index(), tile.width()).path() + "`";
            default -> "it does not match the tiles below";
        };
    }

    static long firstLeaf(Tile tile) {
        return leafAt(tile, 0);
    }

    private static long leafAt(Tile tile, int item) {
        return tile.index() * Tile.FULL + item << 8 * Math.max(0, tile.level());
    }
}
