package sluice.benchmarks.decide;

/** As little as a look-up can be: open addressing over words, half full, and what is found is a number. */
final class LongTable {
    private final long[] keys;
    private final int[] values;
    private final int mask;

    LongTable(int entries) {
        int length = Integer.highestOneBit(entries) * 4;
        keys = new long[length];
        values = new int[length];
        mask = length - 1;
        for (int i = 0; i < entries; i++) {
            int at = place(key(i));
            while (keys[at] != 0) {
                at = at + 1 & mask;
            }
            keys[at] = key(i);
            values[at] = i;
        }
    }

    static long key(int entry) {
        return (entry + 1) * 0x5851f42d4c957f2dL;
    }

    int get(long key) {
        int at = place(key);
        while (keys[at] != key) {
            if (keys[at] == 0) {
                return -1;
            }
            at = at + 1 & mask;
        }
        return values[at];
    }

    private int place(long key) {
        return (int) (key * 0x9e3779b97f4a7c15L >>> 32) & mask;
    }
}
