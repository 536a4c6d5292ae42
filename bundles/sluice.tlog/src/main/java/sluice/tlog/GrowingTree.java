package sluice.tlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A tree to which leaves are added. It remembers its right edge only: at most 256 hashes a level. Used by one thread at a time. */
public final class GrowingTree {
    private final TreeHash hash = new TreeHash();
    private final BiConsumer<Tile, byte[]> whenFull;
    private final List<Edge> edges = new ArrayList<>();
    private long size;

    /** The rightmost tile of a level, which is never full for longer than an append. */
    private static final class Edge {
        private final byte[] hashes = new byte[Tile.FULL * TreeHash.BYTES];
        private long index;
        private int width;

        void add(byte[] added) {
            System.arraycopy(added, 0, hashes, width * TreeHash.BYTES, TreeHash.BYTES);
            width++;
        }

        byte[] used() {
            return Arrays.copyOf(hashes, width * TreeHash.BYTES);
        }
    }

    /**
     * An empty tree.
     *
     * @param whenFull given each tile that becomes full, and its hashes
     */
    public GrowingTree(BiConsumer<Tile, byte[]> whenFull) {
        this.whenFull = whenFull;
    }

    /**
     * A tree that is there already.
     *
     * @param size its leaves
     * @param edge the hashes of its partial tiles, from level 0 up; an empty array where a level has none
     * @param whenFull given each tile that becomes full, and its hashes
     * @return the tree
     */
    public static GrowingTree of(long size, List<byte[]> edge, BiConsumer<Tile, byte[]> whenFull) {
        GrowingTree tree = new GrowingTree(whenFull);
        tree.size = size;
        for (int level = 0; level < edge.size(); level++) {
            Edge restored = tree.edge(level);
            restored.index = size >>> 8 * (level + 1);
            restored.width = edge.get(level).length / TreeHash.BYTES;
            System.arraycopy(edge.get(level), 0, restored.hashes, 0, edge.get(level).length);
        }
        return tree;
    }

    /**
     * Adds a leaf.
     *
     * @param leafHash its hash, 32 bytes
     */
    public void append(byte[] leafHash) {
        size++;
        append(0, leafHash);
    }

    private void append(int level, byte[] added) {
        Edge edge = edge(level);
        edge.add(added);
        if (edge.width == Tile.FULL) {
            whenFull.accept(new Tile(level, edge.index, Tile.FULL), edge.used());
            edge.width = 0;
            edge.index++;
            append(level + 1, Folding.perfect(hash, edge.hashes, 0, Tile.FULL));
        }
    }

    private Edge edge(int level) {
        while (edges.size() <= level) {
            edges.add(new Edge());
        }
        return edges.get(level);
    }

    /**
     * How many leaves it has.
     *
     * @return not negative
     */
    public long size() {
        return size;
    }

    /**
     * The Merkle tree hash of all leaves.
     *
     * @return 32 bytes
     */
    public byte[] root() {
        byte @Nullable [] root = null;
        for (Edge edge : edges) {
            root = Folding.fold(hash, edge.hashes, edge.width, root);
        }
        return root == null ? hash.empty() : root;
    }

    /**
     * Hands out the partial tiles of this size.
     *
     * @param taker given each, from level 0 up, and its hashes
     */
    public void partials(BiConsumer<Tile, byte[]> taker) {
        for (int level = 0; level < edges.size(); level++) {
            Edge edge = edges.get(level);
            if (edge.width > 0) {
                taker.accept(new Tile(level, edge.index, edge.width), edge.used());
            }
        }
    }
}
