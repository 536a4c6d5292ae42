package sluice.testkit.broker;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import sluice.broker.core.model.Label;
import sluice.broker.core.port.Store;
import sluice.broker.core.port.StoreChange;
import sluice.broker.core.port.StoreCount;
import sluice.broker.core.port.StoreItem;
import sluice.broker.core.port.StoreTerms;

/** A store in memory that can be told to fail, and can be handed to a second broker as if the platform had restarted. */
public final class MemoryStore implements Store {
    private final Map<Place, MemoryShelf> shelves = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final AtomicInteger commits = new AtomicInteger();
    private volatile boolean down;

    /**
     * An empty store.
     *
     * @param clock tells when a record is past its deadline
     */
    public MemoryStore(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Breaks the store, or mends it.
     *
     * @param broken whether it can be neither read nor written from now on
     */
    public void down(boolean broken) {
        down = broken;
    }

    /**
     * How many commits were carried out.
     *
     * @return 0 or more
     */
    public int commits() {
        return commits.get();
    }

    @Override
    public Optional<Shelf> open(Place place) {
        return down ? Optional.empty() : Optional.of(shelves.computeIfAbsent(place, any -> new MemoryShelf()));
    }

    @Override
    public String trouble() {
        return down ? "the test broke it" : "";
    }

    @Override
    public List<StoreCount> counts() {
        return shelves.entrySet().stream()
                .map(shelf -> new StoreCount(
                        shelf.getKey(), StoreCount.State.LIVE, shelf.getValue().size(), Duration.ZERO, Duration.ZERO))
                .toList();
    }

    private record Kept(StoreItem item, Instant until, Instant deadline) {}

    private final class MemoryShelf implements Shelf {
        private final TreeMap<String, Kept> records = new TreeMap<>();
        private final Set<String> streams = new TreeSet<>();
        private Label told = Label.NONPERSONAL;
        private long version;

        @Override
        public synchronized Label told() {
            return told;
        }

        @Override
        public synchronized Set<String> streams() {
            return Set.copyOf(streams);
        }

        @Override
        public synchronized Optional<StoreItem> item(String key) {
            forget();
            return Optional.ofNullable(records.get(key)).map(Kept::item);
        }

        @Override
        public synchronized List<String> keys(String prefix) {
            forget();
            return records.tailMap(prefix, true).keySet().stream()
                    .takeWhile(key -> key.startsWith(prefix))
                    .toList();
        }

        @Override
        public synchronized int size() {
            return records.size();
        }

        @Override
        public synchronized String commit(StoreTerms terms, List<StoreChange> changes) {
            if (down) {
                return trouble();
            }
            version++;
            commits.incrementAndGet();
            told = told.max(terms.label());
            streams.addAll(terms.streams());
            records.replaceAll((key, kept) -> new Kept(
                    kept.item(),
                    kept.until(),
                    earlier(kept.deadline(), deadline(kept.item().since(), kept.until(), terms))));
            changes.forEach(change -> apply(change, terms));
            return "";
        }

        private void apply(StoreChange change, StoreTerms terms) {
            if (change instanceof StoreChange.Put put) {
                Instant now = clock.instant();
                StoreItem item = new StoreItem(put.kind(), put.content(), version, now);
                records.put(put.key(), new Kept(item, put.until(), deadline(now, put.until(), terms)));
            } else if (change instanceof StoreChange.Delete delete) {
                records.remove(delete.key());
            }
        }

        private void forget() {
            Instant now = clock.instant();
            records.values().removeIf(kept -> now.isAfter(kept.deadline()));
        }

        private static Instant deadline(Instant since, Instant until, StoreTerms terms) {
            Instant deadline = since.plus(terms.atMost());
            return deadline.isBefore(until) ? until : deadline;
        }

        private static Instant earlier(Instant one, Instant other) {
            return one.isBefore(other) ? one : other;
        }
    }
}
