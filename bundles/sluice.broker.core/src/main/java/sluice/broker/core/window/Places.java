package sluice.broker.core.window;

import java.util.Arrays;

/**
 * Where each subject was first and last: 28 bytes and a free fifth or more a subject. Open addressing with linear probing. Places are numbers,
 * instants are seconds since the window's start.
 */
final class Places {
    /** A subject that was seen once has been nowhere else. */
    static final int NOWHERE = -1;

    private static final int SMALLEST = 64;
    private static final int BYTES = Long.BYTES + 5 * Integer.BYTES;
    private static final long ZERO = 0x9e3779b97f4a7c15L;

    private final Room room;
    private final int most;
    private int size;
    private Table table = new Table(0);

    /** What is done with each subject at the end. */
    @FunctionalInterface
    interface Visitor {
        /** Where a subject was first and last; false stops. */
        boolean visit(int first, int last);
    }

    Places(Room room, int most) {
        this.room = room;
        this.most = most;
    }

    /** Notes where a subject was; false if there is no room. */
    boolean note(long digest, int second, int origin, int destination) {
        long key = digest == 0 ? ZERO : digest;
        if (size >= most || size * 5L >= table.keys.length * 4L && !grow()) {
            return false;
        }
        int place = table.place(key);
        if (table.keys[place] == key) {
            table.move(place, second, origin, destination);
        } else {
            table.begin(place, key, second, origin, destination);
            size++;
        }
        return true;
    }

    boolean forEach(Visitor visitor) {
        for (int i = 0; i < table.keys.length; i++) {
            if (table.keys[i] != 0 && table.last[i] != NOWHERE && !visitor.visit(table.first[i], table.last[i])) {
                return false;
            }
        }
        return true;
    }

    void free() {
        room.give((long) table.keys.length * BYTES);
        table = new Table(0);
        size = 0;
    }

    private boolean grow() {
        int length = Math.max(SMALLEST, 2 * table.keys.length);
        if (!room.take((long) length * BYTES)) {
            return false;
        }
        Table next = new Table(length);
        for (int i = 0; i < table.keys.length; i++) {
            if (table.keys[i] != 0) {
                next.copy(table, i);
            }
        }
        room.give((long) table.keys.length * BYTES);
        table = next;
        return true;
    }

    private static final class Table {
        private final long[] keys;
        private final int[] firstAt;
        private final int[] lastAt;
        private final int[] first;
        private final int[] last;
        private final int[] ends;

        Table(int length) {
            keys = new long[length];
            firstAt = new int[length];
            lastAt = new int[length];
            first = new int[length];
            last = new int[length];
            ends = new int[length];
            Arrays.fill(last, NOWHERE);
        }

        int place(long key) {
            int mask = keys.length - 1;
            int place = (int) key & mask;
            while (keys[place] != 0 && keys[place] != key) {
                place = place + 1 & mask;
            }
            return place;
        }

        void begin(int place, long key, int second, int origin, int destination) {
            keys[place] = key;
            firstAt[place] = second;
            lastAt[place] = second;
            first[place] = origin;
            ends[place] = destination;
        }

        /** Its end is where it is now, unless this record is older than another. */
        void move(int place, int second, int origin, int destination) {
            if (second < firstAt[place]) {
                firstAt[place] = second;
                first[place] = origin;
            } else if (second >= lastAt[place]) {
                lastAt[place] = second;
                ends[place] = destination;
            }
            last[place] = ends[place];
        }

        void copy(Table from, int i) {
            int place = place(from.keys[i]);
            keys[place] = from.keys[i];
            firstAt[place] = from.firstAt[i];
            lastAt[place] = from.lastAt[i];
            first[place] = from.first[i];
            last[place] = from.last[i];
            ends[place] = from.ends[i];
        }
    }
}
