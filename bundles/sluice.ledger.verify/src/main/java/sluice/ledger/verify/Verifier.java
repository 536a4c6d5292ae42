package sluice.ledger.verify;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Verifies what a log's files say. */
final class Verifier {
    private final LogFolder log;
    private final Head head;

    Verifier(LogFolder log, Head head) {
        this.log = log;
        this.head = head;
    }

    /** Every entry against its hash tile, every tile against the ones below, and all of it against the checkpoint. */
    void everything() throws IOException, Refuted {
        Merkle tree = new Merkle();
        for (long leaf = 0; leaf < head.size(); leaf += LogFolder.WIDTH) {
            int width = (int) Math.min(LogFolder.WIDTH, head.size() - leaf);
            byte[] hashes = log.tile(0, leaf / LogFolder.WIDTH, width);
            List<byte[]> entries = log.entries(leaf / LogFolder.WIDTH, width);
            for (int i = 0; i < width; i++) {
                byte[] hash = Sha256.leaf(entries.get(i));
                require(isAt(hashes, i, hash), "entry " + (leaf + i) + " does not match its hash tile");
                tree.add(hash);
            }
        }
        upperTiles();
        require(Arrays.equals(tree.root(), head.root()), "the entries do not lead to the checkpoint's root");
    }

    private void upperTiles() throws IOException, Refuted {
        int level = 1;
        for (long hashes = head.size() / LogFolder.WIDTH; hashes > 0; hashes /= LogFolder.WIDTH, level++) {
            for (long number = 0; number < hashes; number++) {
                long index = number / LogFolder.WIDTH;
                int width = (int) Math.min(LogFolder.WIDTH, hashes - index * LogFolder.WIDTH);
                byte[] tile = log.tile(level, index, width);
                boolean isRight = isAt(tile, (int) (number % LogFolder.WIDTH), rootOf(level - 1, number));
                require(isRight, "tile " + level + "/" + index + " does not match the tile " + number + " below");
            }
        }
    }

    private byte[] rootOf(int level, long index) throws IOException, Refuted {
        byte[] hashes = log.tile(level, index, LogFolder.WIDTH);
        Merkle tree = new Merkle();
        for (int i = 0; i < LogFolder.WIDTH; i++) {
            tree.add(Arrays.copyOfRange(hashes, i * LogFolder.HASH, (i + 1) * LogFolder.HASH));
        }
        return tree.root();
    }

    /** One entry, by its inclusion proof. */
    byte[] leaf(long leaf) throws IOException, Refuted {
        require(leaf >= 0 && leaf < head.size(), "the log has no entry " + leaf);
        long index = leaf / LogFolder.WIDTH;
        int width = (int) Math.min(LogFolder.WIDTH, head.size() - index * LogFolder.WIDTH);
        byte[] entry = log.entries(index, width).get((int) (leaf % LogFolder.WIDTH));
        List<byte[]> path = new Prover(log, head.size()).inclusion(leaf);
        byte[] root = Merkle.fromInclusion(Sha256.leaf(entry), leaf, head.size(), path);
        require(Arrays.equals(root, head.root()), "the proof of entry " + leaf + " does not lead to the root");
        return entry;
    }

    /** That the log continues an older checkpoint, by a consistency proof. */
    void continues(Head older) throws IOException, Refuted {
        require(
                older.size() <= head.size(),
                "the log had " + older.size() + " entries once and has " + head.size() + ": an old copy was put back");
        if (older.size() == 0) {
            return;
        }
        List<byte[]> path = new Prover(log, head.size()).consistency(older.size());
        byte[][] roots = Merkle.fromConsistency(older.size(), head.size(), older.root(), true, path);
        boolean isSame = Arrays.equals(roots[0], older.root()) && Arrays.equals(roots[1], head.root());
        require(isSame, "the log does not continue the checkpoint of " + older.size() + " entries");
    }

    private static boolean isAt(byte[] hashes, int i, byte[] hash) {
        int at = i * LogFolder.HASH;
        return Arrays.equals(hashes, at, at + LogFolder.HASH, hash, 0, LogFolder.HASH);
    }

    private static void require(boolean met, String otherwise) throws Refuted {
        if (!met) {
            throw new Refuted(otherwise);
        }
    }
}
