package sluice.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log whose tiles are a map from path to bytes, as a file server would have them. */
final class MemoryLog implements Tiles {
    final Map<String, byte[]> files = new HashMap<>();
    final List<byte[]> entries = new ArrayList<>();
    private final TreeHash hash = new TreeHash();
    private final GrowingTree tree = new GrowingTree((tile, hashes) -> files.put(tile.path(), hashes));

    MemoryLog(int size) {
        for (int i = 0; i < size; i++) {
            add(("entry " + i).getBytes(UTF_8));
        }
    }

    void add(byte[] entry) {
        entries.add(entry);
        tree.append(hash.leaf(entry));
    }

    /** The tree, with its partial tiles written. */
    GrowingTree published() {
        tree.partials((tile, hashes) -> files.put(tile.path(), hashes));
        return tree;
    }

    StoredTree stored() {
        published();
        return new StoredTree(this, tree.size());
    }

    NaiveTree naive() {
        return new NaiveTree(entries);
    }

    @Override
    public byte[] read(Tile tile) throws IOException {
        byte[] bytes = files.get(tile.path());
        if (bytes == null) {
            bytes = files.get(tile.withWidth(Tile.FULL).path());
        }
        if (bytes == null) {
            throw new IOException("no tile " + tile.path());
        }
        return Arrays.copyOf(bytes, tile.width() * TreeHash.BYTES);
    }
}
