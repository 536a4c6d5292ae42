package sluice.broker.core.recipient;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;

/**
 * An application's state, as values without their class: it outlives the application's update, and a record of another shape is not found.
 * In memory; a restart of the platform empties it.
 */
final class AppState {
    /** As many records may be kept. */
    static final int MAX_RECORDS = 10_000;

    /** Longest key, UTF-16 units. */
    static final int MAX_KEY = 200;

    private static final Duration LONGEST = Duration.ofDays(36_525);

    private final NavigableMap<String, Kept> records = new TreeMap<>();

    /** One record. */
    record Kept(String signature, Slots values, Instant since) {}

    synchronized boolean hasRoomFor(String key) {
        return key.length() <= MAX_KEY && (records.size() < MAX_RECORDS || records.containsKey(key));
    }

    synchronized void put(String key, Shape shape, Slots values, Instant now) {
        records.put(key, new Kept(shape.signature(), values, now));
    }

    synchronized void delete(String key) {
        records.remove(key);
    }

    synchronized Optional<Slots> get(String key, Shape shape) {
        return Optional.ofNullable(records.get(key))
                .filter(kept -> kept.signature.equals(shape.signature()))
                .map(Kept::values);
    }

    synchronized List<String> keys(String prefix) {
        return records.tailMap(prefix, true).keySet().stream()
                .takeWhile(key -> key.startsWith(prefix))
                .toList();
    }

    /** Forgets what is older than it may be. */
    synchronized void expire(Instant now, Duration retention) {
        Instant oldest = now.minus(retention.compareTo(LONGEST) < 0 ? retention : LONGEST);
        records.values().removeIf(kept -> kept.since.isBefore(oldest));
    }

    synchronized int size() {
        return records.size();
    }
}
