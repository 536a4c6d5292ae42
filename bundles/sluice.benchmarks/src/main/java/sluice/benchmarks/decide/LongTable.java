package sluice.benchmarks.decide;

/** As little as a look-up can be: open addressing over words, at most half full, and what is found is a number. */
final class LongTable {
    private final long[] slots;
    private final int[] values;
    private final int mask;

    /** A table in which each key, none of them 0, has its place in the array as its value. */
    LongTable(long[] keys) {
        int length = Integer.highestOneBit(Math.max(1, keys.length)) * 4;
        slots = new long[length];
        values = new int[length];
        mask = length - 1;
        for (int i = 0; i < keys.length; i++) {
            int at = place(keys[i]);
            while (slots[at] != 0) {
                at = at + 1 & mask;
            }
            slots[at] = keys[i];
            values[at] = i;
        }
    }

    /** So many keys, all different. */
    static long[] keys(int count) {
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = (i + 1) * 0x5851f42d4c957f2dL;
        }
        return keys;
    }

    int get(long key) {
        int at = place(key);
        while (slots[at] != key) {
            if (slots[at] == 0) {
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
