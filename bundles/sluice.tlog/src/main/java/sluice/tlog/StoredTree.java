package sluice.tlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** A tree of a size, read from its tiles: any root, any proof. It remembers some tiles; used by one thread at a time. */
public final class StoredTree {
    private static final int REMEMBERED = 64;

    private final TreeHash hash = new TreeHash();
    private final Tiles tiles;
    private final long size;
    private final Map<Tile, byte[]> read = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile, byte[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * A tree.
     *
     * @param tiles reads its tiles
     * @param size its leaves
     */
    public StoredTree(Tiles tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    /**
     * The root that the tree had when it was smaller.
     *
     * @param leaves how many leaves it had, at most its size
     * @return 32 bytes
     * @throws IOException if a tile can not be read
     */
    public byte[] rootAt(long leaves) throws IOException {
        requireWithin(leaves, size);
        return leaves == 0 ? hash.empty() : range(0, leaves);
    }

    /**
     * The proof that a leaf is in the tree (RFC 9162, 2.1.3.1).
     *
     * @param leaf its number, from 0
     * @return hashes from the leaf's sibling up
     * @throws IOException if a tile can not be read
     */
    public List<byte[]> inclusion(long leaf) throws IOException {
        requireWithin(leaf + 1, size);
        List<byte[]> path = new ArrayList<>();
        inclusion(leaf, 0, size, path);
        return path;
    }

    private void inclusion(long leaf, long from, long to, List<byte[]> path) throws IOException {
        if (to - from == 1) {
            return;
        }
        long middle = from + Folding.split(to - from);
        if (leaf < middle) {
            inclusion(leaf, from, middle, path);
            path.add(range(middle, to));
        } else {
            inclusion(leaf, middle, to, path);
            path.add(range(from, middle));
        }
    }

    /**
     * The proof that the tree continues a smaller one (RFC 9162, 2.1.4.1).
     *
     * @param leaves size of the smaller tree, 1 to this one's
     * @return hashes; none if both are the same
     * @throws IOException if a tile can not be read
     */
    public List<byte[]> consistency(long leaves) throws IOException {
        requireWithin(leaves, size);
        List<byte[]> path = new ArrayList<>();
        if (leaves > 0) {
            consistency(leaves, 0, size, true, path);
        }
        return path;
    }

    private void consistency(long leaves, long from, long to, boolean isKnown, List<byte[]> path) throws IOException {
        if (leaves == to) {
            if (!isKnown) {
                path.add(range(from, to));
            }
            return;
        }
        long middle = from + Folding.split(to - from);
        if (leaves <= middle) {
            consistency(leaves, from, middle, isKnown, path);
            path.add(range(middle, to));
        } else {
            consistency(leaves, middle, to, false, path);
            path.add(range(from, middle));
        }
    }

    /**
     * A tree in memory that goes on where this one ends.
     *
     * @param whenFull given each tile that becomes full
     * @return the tree
     * @throws IOException if a tile of the right edge can not be read
     */
    public GrowingTree growing(BiConsumer<Tile, byte[]> whenFull) throws IOException {
        List<byte[]> edge = new ArrayList<>();
        for (int level = 0; size >>> 8 * level > 0; level++) {
            long hashes = size >>> 8 * level;
            int width = (int) (hashes % Tile.FULL);
            edge.add(width == 0 ? new byte[0] : tile(new Tile(level, hashes / Tile.FULL, width)));
        }
        return GrowingTree.of(size, edge, whenFull);
    }

    /** The hash over leaves from a number on and up to another, which is not in it. */
    private byte[] range(long from, long to) throws IOException {
        long count = to - from;
        if (Long.bitCount(count) == 1 && from % count == 0) {
            return perfect(from, count);
        }
        long middle = from + Folding.split(count);
        return hash.node(range(from, middle), range(middle, to));
    }

    private byte[] perfect(long from, long count) throws IOException {
        int height = Long.numberOfTrailingZeros(count);
        int level = height / 8;
        long first = from >>> 8 * level;
        long hashes = size >>> 8 * level;
        long index = first / Tile.FULL;
        int width = (int) Math.min(Tile.FULL, hashes - index * Tile.FULL);
        byte[] tile = tile(new Tile(level, index, width));
        return Folding.perfect(hash, tile, (int) (first % Tile.FULL), 1 << height % 8);
    }

    private byte[] tile(Tile tile) throws IOException {
        byte[] known = read.get(tile);
        if (known == null) {
            known = tiles.read(tile);
            read.put(tile, known);
        }
        return known;
    }

    private static void requireWithin(long leaves, long size) {
        if (leaves < 0 || leaves > size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves was never one of " + leaves);
        }
    }
}
