package sluice.broker.core.window;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A window whose records fall into groups as they come: of each subject one record a group, in a bounded number of groups. */
final class GroupedPane implements Pane {
    /** As many subjects may a window have. */
    static final int MOST_SUBJECTS = 1_500_000;

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final Grouping grouping;
    private final Groups groups;
    private final LongSet members;
    private final Spread spread;
    private long taken;
    private boolean isFull;

    GroupedPane(Grouping grouping, Room room) {
        this.grouping = grouping;
        this.groups = new Groups(grouping, room);
        int most = grouping.protection().groupsPerSubject();
        this.members = new LongSet(room, MOST_SUBJECTS);
        this.spread = new Spread(room, MOST_SUBJECTS, most);
    }

    @Override
    public boolean take(Incoming incoming) {
        taken++;
        if (isFull) {
            return false;
        }
        int number = groups.numberOf(incoming.values());
        isFull = number < 0 || !count(number, incoming);
        if (isFull) {
            free();
        }
        return !isFull;
    }

    /** False if there is no room. */
    private boolean count(int number, Incoming incoming) {
        LongSet.Put put = grouping.protection().hasSubjects() ? admit(number, incoming.subject()) : LongSet.Put.ADDED;
        if (put != LongSet.Put.ADDED) {
            return put == LongSet.Put.THERE;
        }
        return groups.take(groups.get(number).add(incoming.values(), incoming.sensitive()));
    }

    /** INVARIANT: a subject counts once a group, and in no more groups than the policy says. */
    private LongSet.Put admit(int number, long subject) {
        // a digest is even, and so is its sum with a multiple of an odd number that is mixed by it
        LongSet.Put put = members.add(subject + number * GOLDEN);
        if (put != LongSet.Put.ADDED) {
            return put;
        }
        return spread.more(subject);
    }

    @Override
    public long taken() {
        return taken;
    }

    @Override
    public @Nullable Shown close(RandomGenerator random) {
        return isFull ? null : Shown.of(grouping, groups.all(), random);
    }

    @Override
    public void free() {
        groups.free();
        members.free();
        spread.free();
    }
}
