package sluice.broker.core.window;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.shape.Slots;

/** The groups of one window, found by their fields without making an object. At most {@link #MOST}. */
final class Groups {
    /** As many groups may a window have. */
    static final int MOST = 10_000;

    private static final int SMALLEST = 16;

    private final Grouping grouping;
    private final int keys;
    private final Room room;
    private final List<Group> groups = new ArrayList<>();
    private int[] table = new int[SMALLEST];
    private long taken;

    Groups(Grouping grouping, Room room) {
        this.grouping = grouping;
        this.keys = grouping.keys();
        this.room = room;
    }

    /** The number of a record's group, made if it is new; -1 if there is no room for another. */
    int numberOf(Slots values) {
        int place = place(values);
        if (table[place] != 0) {
            return table[place] - 1;
        }
        Group group = make(values);
        if (group == null) {
            return -1;
        }
        groups.add(group);
        table[place] = groups.size();
        int number = groups.size() - 1;
        if (groups.size() * 2 > table.length) {
            grow();
        }
        return number;
    }

    private @Nullable Group make(Slots values) {
        if (groups.size() == MOST) {
            return null;
        }
        Group group = new Group(grouping, values);
        return take(group.bytes()) ? group : null;
    }

    /** False if there is no room. */
    boolean take(int bytes) {
        boolean isThere = bytes == 0 || room.take(bytes);
        taken += isThere ? bytes : 0;
        return isThere;
    }

    Group get(int number) {
        return groups.get(number);
    }

    List<Group> all() {
        return groups;
    }

    void free() {
        room.give(taken);
        taken = 0;
        groups.clear();
        table = new int[SMALLEST];
    }

    private int place(Slots values) {
        int mask = table.length - 1;
        int place = (int) Grouping.hash(values, keys) & mask;
        while (table[place] != 0
                && !Grouping.same(values, groups.get(table[place] - 1).key(), keys)) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        table = new int[2 * table.length];
        for (int number = 0; number < groups.size(); number++) {
            table[place(groups.get(number).key())] = number + 1;
        }
    }
}
