package sluice.broker.core.window;

/** In how many groups each subject counts: a digest and a byte a subject. Open addressing, at most four fifths full. */
final class Spread {
    private static final int SMALLEST = 64;
    private static final long ZERO = 0x9e3779b97f4a7c15L;

    private final Room room;
    private final int most;
    private final int groups;
    private long[] table = new long[0];
    private byte[] counts = new byte[0];
    private int size;

    /**
     * Nobody counts anywhere.
     *
     * @param room pays for its memory
     * @param most as many subjects may it hold
     * @param groups in as many groups may a subject count, 1 to 127
     */
    Spread(Room room, int most, int groups) {
        this.room = room;
        this.most = most;
        this.groups = groups;
    }

    /** Whether a subject may count in one more group; it does from now on, if so. {@code NO_ROOM} if nobody knows. */
    LongSet.Put more(long digest) {
        long key = digest == 0 ? ZERO : digest;
        if (size >= most || size * 5L >= table.length * 4L && !grow()) {
            return LongSet.Put.NO_ROOM;
        }
        int place = place(table, key);
        if (counts[place] == groups) {
            return LongSet.Put.THERE;
        }
        size += table[place] == key ? 0 : 1;
        table[place] = key;
        counts[place]++;
        return LongSet.Put.ADDED;
    }

    void free() {
        room.give(bytes(table.length));
        table = new long[0];
        counts = new byte[0];
        size = 0;
    }

    private boolean grow() {
        int length = Math.max(SMALLEST, 2 * table.length);
        if (!room.take(bytes(length))) {
            return false;
        }
        long[] next = new long[length];
        byte[] nextCounts = new byte[length];
        for (int i = 0; i < table.length; i++) {
            if (table[i] != 0) {
                int place = place(next, table[i]);
                next[place] = table[i];
                nextCounts[place] = counts[i];
            }
        }
        room.give(bytes(table.length));
        table = next;
        counts = nextCounts;
        return true;
    }

    private static int place(long[] table, long key) {
        int mask = table.length - 1;
        int place = (int) key & mask;
        while (table[place] != 0 && table[place] != key) {
            place = place + 1 & mask;
        }
        return place;
    }

    private static long bytes(int length) {
        return (long) length * (Long.BYTES + Byte.BYTES);
    }
}
