package sluice.tlog;

import java.security.MessageDigest;
import java.util.List;

/** Checks proofs, without the tree. Used by one thread at a time. */
public final class Proofs {
    private final TreeHash hash = new TreeHash();

    /**
     * Whether a leaf is in a tree (RFC 9162, 2.1.3.2).
     *
     * @param leafHash the leaf's hash
     * @param leaf the leaf's number, from 0
     * @param size the tree's leaves
     * @param proof as {@link StoredTree#inclusion} makes it
     * @param root the tree's root
     * @return whether it is proven
     */
    public boolean isIncluded(byte[] leafHash, long leaf, long size, List<byte[]> proof, byte[] root) {
        if (leaf < 0 || leaf >= size) {
            return false;
        }
        long left = leaf;
        long last = size - 1;
        byte[] found = leafHash;
        for (byte[] sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((left & 1) == 1 || left == last) {
                found = hash.node(sibling, found);
                int skipped = (left & 1) == 1 ? 0 : Math.min(Long.numberOfTrailingZeros(left), 63);
                left >>>= skipped;
                last >>>= skipped;
            } else {
                found = hash.node(found, sibling);
            }
            left >>>= 1;
            last >>>= 1;
        }
        return last == 0 && MessageDigest.isEqual(found, root);
    }

    /**
     * Whether a tree continues a smaller one (RFC 9162, 2.1.4.2).
     *
     * @param first the smaller one's leaves, at least 1
     * @param firstRoot the smaller one's root
     * @param second the larger one's leaves
     * @param secondRoot the larger one's root
     * @param proof as {@link StoredTree#consistency} makes it
     * @return whether it is proven
     */
    public boolean isConsistent(long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> proof) {
        if (first == second) {
            return proof.isEmpty() && MessageDigest.isEqual(firstRoot, secondRoot);
        }
        if (first < 1 || first > second) {
            return false;
        }
        boolean isWhole = Long.bitCount(first) == 1;
        if (!isWhole && proof.isEmpty()) {
            return false;
        }
        byte[] start = isWhole ? firstRoot : proof.get(0);
        return walk(first, firstRoot, second, secondRoot, start, isWhole ? proof : proof.subList(1, proof.size()));
    }

    private boolean walk(
            long first, byte[] firstRoot, long second, byte[] secondRoot, byte[] start, List<byte[]> path) {
        int shared = Long.numberOfTrailingZeros(first);
        long left = first - 1 >>> shared;
        long last = second - 1 >>> shared;
        byte[] older = start;
        byte[] newer = start;
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((left & 1) == 1 || left == last) {
                older = hash.node(sibling, older);
                newer = hash.node(sibling, newer);
                int skipped = (left & 1) == 1 ? 0 : Math.min(Long.numberOfTrailingZeros(left), 63);
                left >>>= skipped;
                last >>>= skipped;
            } else {
                newer = hash.node(newer, sibling);
            }
            left >>>= 1;
            last >>>= 1;
        }
        return last == 0 && MessageDigest.isEqual(older, firstRoot) && MessageDigest.isEqual(newer, secondRoot);
    }
}
