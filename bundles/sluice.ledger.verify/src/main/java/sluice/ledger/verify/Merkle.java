package sluice.ledger.verify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The tree as a stack of perfect subtrees, largest first, and the checks of RFC 9162 by recursion: another way than the writer's. */
final class Merkle {
    private final Deque<byte[]> roots = new ArrayDeque<>();
    private long size;

    void add(byte[] leafHash) {
        byte[] root = leafHash;
        for (long rest = size; (rest & 1) == 1; rest /= 2) {
            root = Sha256.node(roots.removeLast(), root);
        }
        roots.addLast(root);
        size++;
    }

    long size() {
        return size;
    }

    byte[] root() {
        if (roots.isEmpty()) {
            return Sha256.of();
        }
        Iterator<byte[]> fromRight = roots.descendingIterator();
        byte[] root = fromRight.next();
        while (fromRight.hasNext()) {
            root = Sha256.node(fromRight.next(), root);
        }
        return root;
    }

    /** The root that an inclusion path leads to (the inverse of RFC 9162, 2.1.3.1). */
    static byte[] fromInclusion(byte[] leafHash, long leaf, long size, List<byte[]> path) throws Refuted {
        if (size == 1) {
            require(path.isEmpty());
            return leafHash;
        }
        require(!path.isEmpty());
        byte[] last = path.get(path.size() - 1);
        List<byte[]> rest = path.subList(0, path.size() - 1);
        long left = split(size);
        return leaf < left
                ? Sha256.node(fromInclusion(leafHash, leaf, left, rest), last)
                : Sha256.node(last, fromInclusion(leafHash, leaf - left, size - left, rest));
    }

    /** The two roots, smaller tree's first, that a consistency path leads to (the inverse of RFC 9162, 2.1.4.1). */
    static byte[][] fromConsistency(long first, long second, byte[] firstRoot, boolean isKnown, List<byte[]> path)
            throws Refuted {
        if (first == second) {
            require(path.size() == (isKnown ? 0 : 1));
            byte[] root = isKnown ? firstRoot : path.get(0);
            return new byte[][] {root, root};
        }
        require(!path.isEmpty());
        byte[] last = path.get(path.size() - 1);
        List<byte[]> rest = path.subList(0, path.size() - 1);
        long left = split(second);
        if (first <= left) {
            byte[][] roots = fromConsistency(first, left, firstRoot, isKnown, rest);
            return new byte[][] {roots[0], Sha256.node(roots[1], last)};
        }
        byte[][] roots = fromConsistency(first - left, second - left, firstRoot, false, rest);
        return new byte[][] {Sha256.node(last, roots[0]), Sha256.node(last, roots[1])};
    }

    static long split(long size) {
        long left = 1;
        while (left * 2 < size) {
            left *= 2;
        }
        return left;
    }

    private static void require(boolean met) throws Refuted {
        if (!met) {
            throw new Refuted("the proof has the wrong length");
        }
    }
}
