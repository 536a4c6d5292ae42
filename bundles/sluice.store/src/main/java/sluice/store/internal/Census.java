package sluice.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sluice.broker.core.port.StoreCount;
import sluice.broker.core.port.StoreCount.State;
import sluice.store.Hold;
import sluice.store.internal.keys.KeyId;
import sluice.store.internal.sql.Ageing;
import sluice.store.internal.sql.Ageing.Group;
import sluice.store.internal.sql.Meta;
import sluice.store.internal.sql.Row;

/**
 * Counts what is kept, another way than the sweep deletes it, and so checks the sweep.
 *
 * @param counts by place and state
 * @param holds the legal holds
 * @param nextDeadline of the record or key that has to go next; milliseconds since 1970
 * @param overdue how long what should have gone first is past its deadline
 */
record Census(List<StoreCount> counts, List<Hold> holds, long nextDeadline, Duration overdue) {
    static final Census NONE = new Census(List.of(), List.of(), 0, Duration.ZERO);

    static Census take(Connection connection, Set<KeyId> keys, Instant now) throws SQLException {
        List<Hold> holds = Meta.holds(connection);
        List<StoreCount> counts = new ArrayList<>();
        long next = Long.MAX_VALUE;
        for (Group group : Ageing.groups(connection, now.toEpochMilli())) {
            add(counts, count(group, isHeld(group, holds), now));
            next = group.isPast() ? next : Math.min(next, group.firstDeadline());
        }
        Duration overdue = counts.stream().map(StoreCount::overdue).reduce(ofKeys(keys, holds, now), Census::longer);
        return new Census(List.copyOf(counts), holds, next, overdue);
    }

    /** One count for a place and a state; groups of one place come one after the other. */
    private static void add(List<StoreCount> counts, StoreCount more) {
        StoreCount last = counts.isEmpty() ? null : counts.get(counts.size() - 1);
        if (last == null || !last.place().equals(more.place()) || last.state() != more.state()) {
            counts.add(more);
            return;
        }
        counts.set(
                counts.size() - 1,
                new StoreCount(
                        more.place(),
                        more.state(),
                        last.records() + more.records(),
                        longer(last.oldest(), more.oldest()),
                        longer(last.overdue(), more.overdue())));
    }

    private static boolean isHeld(Group group, List<Hold> holds) {
        return holds.stream()
                .anyMatch(
                        hold -> hold.covers(group.place().owner(), group.place().purpose()));
    }

    private static StoreCount count(Group group, boolean isHeld, Instant now) {
        State state =
                group.state() == Row.RETAINED ? State.RETAINED : group.isPast() && isHeld ? State.HELD : State.LIVE;
        Duration overdue = group.isPast() && !isHeld ? since(group.firstDeadline(), now) : Duration.ZERO;
        return new StoreCount(group.place(), state, group.records(), since(group.oldest(), now), overdue);
    }

    /** A key may outlive its deadline for a hold on its purpose only. */
    private static Duration ofKeys(Set<KeyId> keys, List<Hold> holds, Instant now) {
        return keys.stream()
                .filter(key -> holds.stream()
                        .noneMatch(hold -> hold.purpose().equals(Hold.ANY)
                                || hold.purpose().equals(key.purpose())))
                .map(key -> since(key.deadline(), now))
                .reduce(Duration.ZERO, Census::longer);
    }

    private static Duration since(long millis, Instant now) {
        return Duration.ofMillis(Math.max(0, now.toEpochMilli() - millis));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
