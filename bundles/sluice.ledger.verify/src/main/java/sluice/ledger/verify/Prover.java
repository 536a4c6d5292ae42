package sluice.ledger.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes proofs from hash tiles, as any client of tlog-tiles does: without reading the entries. */
final class Prover {
    private final LogFolder log;
    private final long size;

    Prover(LogFolder log, long size) {
        this.log = log;
        this.size = size;
    }

    /** RFC 9162, 2.1.3.1. */
    List<byte[]> inclusion(long leaf) throws IOException, Refuted {
        return inclusion(leaf, 0, size);
    }

    private List<byte[]> inclusion(long leaf, long from, long to) throws IOException, Refuted {
        if (to - from == 1) {
            return List.of();
        }
        long middle = from + Merkle.split(to - from);
        return leaf < middle
                ? and(inclusion(leaf, from, middle), hash(middle, to))
                : and(inclusion(leaf, middle, to), hash(from, middle));
    }

    /** RFC 9162, 2.1.4.1. */
    List<byte[]> consistency(long first) throws IOException, Refuted {
        return consistency(first, 0, size, true);
    }

    private List<byte[]> consistency(long first, long from, long to, boolean isKnown) throws IOException, Refuted {
        if (first == to) {
            return isKnown ? List.of() : List.of(hash(from, to));
        }
        long middle = from + Merkle.split(to - from);
        return first <= middle
                ? and(consistency(first, from, middle, isKnown), hash(middle, to))
                : and(consistency(first, middle, to, false), hash(from, middle));
    }

    private static List<byte[]> and(List<byte[]> path, byte[] last) {
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }

    /** The hash over a range, from the highest tiles that have it. */
    private byte[] hash(long from, long to) throws IOException, Refuted {
        int level = 0;
        long unit = 1;
        while (unit * LogFolder.WIDTH <= to - from && from % (unit * LogFolder.WIDTH) == 0) {
            unit *= LogFolder.WIDTH;
            level++;
        }
        if (to - from == unit) {
            return stored(level, from / unit);
        }
        long middle = from + Merkle.split(to - from);
        return Sha256.node(hash(from, middle), hash(middle, to));
    }

    private byte[] stored(int level, long number) throws IOException, Refuted {
        long all = size;
        for (int i = 0; i < level; i++) {
            all /= LogFolder.WIDTH;
        }
        long index = number / LogFolder.WIDTH;
        int width = (int) Math.min(LogFolder.WIDTH, all - index * LogFolder.WIDTH);
        int at = (int) (number % LogFolder.WIDTH) * LogFolder.HASH;
        return Arrays.copyOfRange(log.tile(level, index, width), at, at + LogFolder.HASH);
    }
}
