package sluice.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** RFC 9162, section 2.1, word for word: slow, recursive, over all leaves. Shares nothing with the tree that it is compared with. */
record NaiveTree(List<byte[]> entries) {
    /** 2.1.1: MTH(D[n]). */
    byte[] root() {
        int n = entries.size();
        if (n == 0) {
            return sha256(new byte[0]);
        }
        if (n == 1) {
            return sha256(new byte[] {0}, entries.get(0));
        }
        int k = split(n);
        return sha256(new byte[] {1}, part(0, k).root(), part(k, n).root());
    }

    /** 2.1.3.1: PATH(m, D[n]). */
    List<byte[]> path(int m) {
        int n = entries.size();
        if (n == 1) {
            return List.of();
        }
        int k = split(n);
        return m < k
                ? plus(part(0, k).path(m), part(k, n).root())
                : plus(part(k, n).path(m - k), part(0, k).root());
    }

    /** 2.1.4.1: PROOF(m, D[n]). */
    List<byte[]> proof(int m) {
        return subproof(m, true);
    }

    private List<byte[]> subproof(int m, boolean b) {
        int n = entries.size();
        if (m == n) {
            return b ? List.of() : List.of(root());
        }
        int k = split(n);
        return m <= k
                ? plus(part(0, k).subproof(m, b), part(k, n).root())
                : plus(part(k, n).subproof(m - k, false), part(0, k).root());
    }

    NaiveTree part(int from, int to) {
        return new NaiveTree(entries.subList(from, to));
    }

    private static int split(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }

    private static List<byte[]> plus(List<byte[]> list, byte[] last) {
        List<byte[]> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
