package sluice.broker.core.window;

/**
 * A set of digests: open addressing with linear probing, at most four fifths full, 10 to 20 bytes a digest. Its digests are evenly spread
 * already, so their low bits are the place.
 */
final class LongSet {
    /** What became of a digest. */
    enum Put {
        ADDED,
        THERE,
        NO_ROOM
    }

    private static final int SMALLEST = 64;
    private static final long ZERO = 0x9e3779b97f4a7c15L;

    private final Room room;
    private final int most;
    private long[] table = new long[0];
    private int size;

    /**
     * An empty set.
     *
     * @param room pays for its memory
     * @param most as many digests may it hold
     */
    LongSet(Room room, int most) {
        this.room = room;
        this.most = most;
    }

    Put add(long digest) {
        long key = digest == 0 ? ZERO : digest;
        if (size >= most || size * 5L >= table.length * 4L && !grow()) {
            return contains(key) ? Put.THERE : Put.NO_ROOM;
        }
        int place = place(table, key);
        if (table[place] == key) {
            return Put.THERE;
        }
        table[place] = key;
        size++;
        return Put.ADDED;
    }

    int size() {
        return size;
    }

    void free() {
        room.give(bytes(table.length));
        table = new long[0];
        size = 0;
    }

    private boolean contains(long key) {
        return table.length > 0 && table[place(table, key)] == key;
    }

    private boolean grow() {
        int length = Math.max(SMALLEST, 2 * table.length);
        if (!room.take(bytes(length))) {
            return false;
        }
        long[] next = new long[length];
        for (long key : table) {
            if (key != 0) {
                next[place(next, key)] = key;
            }
        }
        room.give(bytes(table.length));
        table = next;
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
        return (long) length * Long.BYTES;
    }
}
