package sluice.broker.core.recipient;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.port.StoreChange;

/**
 * What one call changes of an application's state, all of it in one commit.
 *
 * @param records puts and deletes, in order
 * @param wakes instants to be called at
 * @param woken the instant for which it was called; null for none
 */
record StateChanges(
        List<StoreChange> records,
        List<Instant> wakes,
        @Nullable Instant woken) {
    StateChanges {
        requireNonNull(records, "records is null");
        requireNonNull(wakes, "wakes is null");
    }

    /** What a call changes; of one that failed nothing, but that a wake-up is over. */
    static StateChanges of(Done done, @Nullable Instant woken) {
        Prepared prepared = done.prepared();
        return prepared == null
                ? new StateChanges(List.of(), List.of(), woken)
                : new StateChanges(prepared.records(), prepared.wakes(), woken);
    }

    List<StoreChange> all(int roomForWakes) {
        List<StoreChange> all = new ArrayList<>();
        Optional.ofNullable(woken).map(WakeKey::delete).ifPresent(all::add);
        all.addAll(records);
        wakes.stream().limit(roomForWakes).map(WakeKey::put).forEach(all::add);
        return all;
    }

    /** The same for a set of instants. */
    void apply(Collection<Instant> set, int most) {
        Optional.ofNullable(woken).ifPresent(set::remove);
        wakes.stream().limit(Math.max(0, most - set.size())).forEach(set::add);
    }
}
