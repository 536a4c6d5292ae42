package sluice.tlog;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Arithmetic on runs of hashes. */
final class Folding {
    private Folding() {}

    static byte[] at(byte[] hashes, int i) {
        return Arrays.copyOfRange(hashes, i * TreeHash.BYTES, (i + 1) * TreeHash.BYTES);
    }

    /** The root over a run of hashes whose number is a power of two. */
    static byte[] perfect(TreeHash hash, byte[] hashes, int from, int count) {
        if (count == 1) {
            return at(hashes, from);
        }
        int half = count / 2;
        return hash.node(perfect(hash, hashes, from, half), perfect(hash, hashes, from + half, half));
    }

    /**
     * The root over hashes and what stands to the right of them, which is a smaller tree; null if there is nothing at all. The perfect
     * subtrees shrink from left to right (RFC 9162, 2.1.1: the split is at the largest power of two), so they are folded from the right.
     */
    static byte @Nullable [] fold(TreeHash hash, byte[] hashes, int width, byte @Nullable [] right) {
        byte[] root = right;
        int end = width;
        for (int size = 1; size <= width; size *= 2) {
            if ((width & size) != 0) {
                byte[] left = perfect(hash, hashes, end - size, size);
                root = root == null ? left : hash.node(left, root);
                end -= size;
            }
        }
        return root;
    }

    /** The largest power of two below a number greater than one. */
    static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
