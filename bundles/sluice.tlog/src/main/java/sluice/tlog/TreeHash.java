package sluice.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash function of the tree: SHA-256 with a prefix that tells leaves from nodes (RFC 9162, 2.1.1). Used by one thread at a time. */
public final class TreeHash {
    /** Length of a hash, in bytes. */
    public static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = sha256();

    /**
     * The hash of a leaf.
     *
     * @param entry the entry's bytes
     * @return 32 bytes
     */
    public byte[] leaf(byte[] entry) {
        digest.update(LEAF);
        return digest.digest(entry);
    }

    /**
     * The hash of a leaf that stands in a larger array.
     *
     * @param bytes the array
     * @param from where the entry starts
     * @param length its length, in bytes
     * @return 32 bytes
     */
    public byte[] leaf(byte[] bytes, int from, int length) {
        digest.update(LEAF);
        digest.update(bytes, from, length);
        return digest.digest();
    }

    /**
     * The hash of a node.
     *
     * @param left its left child's, 32 bytes
     * @param right its right child's, 32 bytes
     * @return 32 bytes
     */
    public byte[] node(byte[] left, byte[] right) {
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /**
     * The root of a tree without leaves.
     *
     * @return 32 bytes
     */
    public byte[] empty() {
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
