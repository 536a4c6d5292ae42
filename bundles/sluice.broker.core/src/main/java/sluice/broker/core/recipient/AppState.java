package sluice.broker.core.recipient;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.port.Store;
import sluice.broker.core.port.StoreChange;
import sluice.broker.core.port.StoreTerms;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.SlotCodec;
import sluice.broker.core.shape.Slots;

/**
 * An application's state for one purpose, and the instants at which it asked to be woken, in the store: as values without their class, so
 * that they outlive the application's update, and a record of another shape is not found. Belongs to the recipient's thread.
 */
final class AppState {
    /** Longest key, UTF-16 units. */
    static final int MAX_KEY = 200;

    /** As many records may be kept, and as many more as one call may have effects. */
    static final int MAX_RECORDS = 10_000;

    /** As many instants may an application wait for. */
    static final int MAX_WAKES = 10_000;

    private static final String STATE = "s";

    private final Store store;
    private final Store.Place place;
    private final NavigableSet<Instant> wakes = new TreeSet<>();
    private volatile Store.@Nullable Shelf shelf;
    private boolean missed;

    AppState(Store store, Store.Place place) {
        this.store = requireNonNull(store, "store is null");
        this.place = requireNonNull(place, "place is null");
    }

    static StoreChange put(String key, Shape shape, Slots values) {
        byte[] content = SlotCodec.encode(shape, values);
        if (content.length > Store.Shelf.MAX_CONTENT) {
            throw new IllegalArgumentException("a record too long to be kept");
        }
        return new StoreChange.Put(STATE + key, shape.signature(), content, Instant.EPOCH);
    }

    static StoreChange delete(String key) {
        return new StoreChange.Delete(STATE + key);
    }

    /** Reads what is kept, unless it was read. False while it can not be. */
    boolean open() {
        if (shelf == null) {
            store.open(place).ifPresent(open -> {
                open.keys(WakeKey.PREFIX).forEach(key -> wakes.add(WakeKey.due(key)));
                shelf = open;
            });
        }
        return shelf != null;
    }

    /** What was read; null before. */
    Store.@Nullable Shelf shelf() {
        return shelf;
    }

    /** Whether state was asked for in vain since this was last asked. */
    boolean wasMissed() {
        boolean was = missed;
        missed = false;
        return was;
    }

    boolean hasRoomFor(String key) {
        Store.Shelf here = required();
        return key.length() <= MAX_KEY
                && (here.size() - wakes.size() < MAX_RECORDS
                        || here.item(STATE + key).isPresent());
    }

    Optional<Slots> get(String key, Shape shape) {
        return required()
                .item(STATE + key)
                .filter(item -> item.kind().equals(shape.signature()))
                .map(item -> SlotCodec.decode(shape, item.content()));
    }

    List<String> keys(String prefix) {
        return required().keys(STATE + prefix).stream()
                .map(key -> key.substring(STATE.length()))
                .toList();
    }

    /** The next instant to be woken at. */
    Optional<Instant> nextWake() {
        return wakes.isEmpty() ? Optional.empty() : Optional.of(wakes.first());
    }

    /** Carries out what a call wants kept and forgotten. False if it can not now, and nothing was changed. */
    boolean commit(StoreTerms terms, StateChanges changes) {
        if (!open()) {
            return false;
        }
        List<StoreChange> all = changes.all(Math.max(0, MAX_WAKES - wakes.size()));
        boolean done = all.isEmpty() || required().commit(terms, all).isEmpty();
        if (done) {
            changes.apply(wakes, MAX_WAKES);
        }
        return done;
    }

    private Store.Shelf required() {
        Store.Shelf here = open() ? shelf : null;
        missed |= here == null;
        if (here == null) {
            throw new StateAway();
        }
        return here;
    }
}
