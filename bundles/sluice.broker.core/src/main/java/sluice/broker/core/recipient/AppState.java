package sluice.broker.core.recipient;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.port.Store;
import sluice.broker.core.port.StoreChange;
import sluice.broker.core.port.StoreItem;
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
    private static final long MAX_STAGED_BYTES = 4 << 20;

    private final Store store;
    private final Store.Place place;
    private final NavigableSet<Instant> wakes = new TreeSet<>();
    private final Map<String, StoreChange> staged = new LinkedHashMap<>();
    private long stagedBytes;
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
                shelf = open;
                readWakes(open);
            });
        }
        return shelf != null;
    }

    private void readWakes(Store.Shelf open) {
        open.keys(WakeKey.PREFIX).stream()
                .filter(key -> !staged.containsKey(key))
                .map(WakeKey::due)
                .forEach(wakes::add);
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
                && (here.size() + staged.size() - wakes.size() < MAX_RECORDS
                        || staged.containsKey(STATE + key)
                        || here.item(STATE + key).isPresent());
    }

    Optional<Slots> get(String key, Shape shape) {
        Store.Shelf here = required();
        StoreChange change = staged.get(STATE + key);
        Optional<StoreItem> item = change == null ? here.item(STATE + key) : Optional.empty();
        if (change instanceof StoreChange.Put put && put.kind().equals(shape.signature())) {
            return Optional.of(SlotCodec.decode(shape, put.content()));
        }
        return item.filter(found -> found.kind().equals(shape.signature()))
                .map(found -> SlotCodec.decode(shape, found.content()));
    }

    List<String> keys(String prefix) {
        NavigableSet<String> keys = new TreeSet<>(required().keys(STATE + prefix));
        staged.forEach((key, change) -> {
            if (change instanceof StoreChange.Delete) {
                keys.remove(key);
            } else if (key.startsWith(STATE + prefix)) {
                keys.add(key);
            }
        });
        return keys.stream().map(key -> key.substring(STATE.length())).toList();
    }

    /** The next instant to be woken at. */
    Optional<Instant> nextWake() {
        return wakes.isEmpty() ? Optional.empty() : Optional.of(wakes.first());
    }

    /** Notes what a call wants kept and forgotten, for the next commit; later calls see it. */
    void stage(StateChanges changes) {
        for (StoreChange change : changes.all(Math.max(0, MAX_WAKES - wakes.size()))) {
            staged.remove(change.key());
            staged.put(change.key(), change);
            stagedBytes += change instanceof StoreChange.Put put ? put.content().length : 0;
        }
        changes.apply(wakes, MAX_WAKES);
    }

    boolean isStaged() {
        return !staged.isEmpty();
    }

    /** Whether so much is staged that it should be committed. */
    boolean isFull() {
        return staged.size() >= Prepared.MAX_EFFECTS || stagedBytes >= MAX_STAGED_BYTES;
    }

    /** Keeps all that was staged. False if that can not be done now, and nothing was changed. */
    boolean commit(StoreTerms terms) {
        boolean done =
                open() && required().commit(terms, List.copyOf(staged.values())).isEmpty();
        if (done) {
            forgetStaged();
        }
        return done;
    }

    /** Forgets what was staged, as if the calls had not been made. */
    void discard() {
        forgetStaged();
        wakes.clear();
        if (shelf != null) {
            readWakes(shelf);
        }
    }

    private void forgetStaged() {
        staged.clear();
        stagedBytes = 0;
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
