package sluice.store.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Label;
import sluice.broker.core.port.Store;
import sluice.broker.core.port.StoreChange;
import sluice.broker.core.port.StoreItem;
import sluice.broker.core.port.StoreTerms;
import sluice.store.internal.sql.Meta;
import sluice.store.internal.sql.Row;
import sluice.store.internal.sql.Rows;
import sluice.store.internal.sql.StoreGone;
import sluice.store.internal.sql.Told;

/**
 * The records of one place: read once, kept in memory for reading, written through. After a commit of which nobody knows whether it
 * happened, they are read anew before the next one.
 */
final class PlaceShelf implements Store.Shelf {
    private final Shop shop;
    private final Store.Place place;
    private final TreeMap<String, Kept> records = new TreeMap<>();
    private Told told = Told.NOTHING;
    private long atMost = Long.MAX_VALUE;
    private volatile boolean stale = true;
    private volatile boolean read;

    /** A record in memory, and its row. */
    record Kept(String id, long deadline, StoreItem item) {}

    PlaceShelf(Shop shop, Store.Place place) {
        this.shop = requireNonNull(shop, "shop is null");
        this.place = requireNonNull(place, "place is null");
    }

    /** Whether it was ever read; what was is good for reading, also while the database is away. */
    boolean isRead() {
        return read;
    }

    /** Reads what is on disk, unless memory is known to be the same. */
    synchronized void load() throws StoreGone {
        if (stale) {
            Loaded loaded = shop.worker().together(this::read);
            records.clear();
            records.putAll(loaded.records());
            told = loaded.told();
            stale = false;
            read = true;
        }
    }

    private record Loaded(TreeMap<String, Kept> records, Told told) {}

    private Loaded read(Connection connection) throws SQLException {
        long now = shop.clock().millis();
        TreeMap<String, Kept> found = new TreeMap<>();
        for (Row row : Rows.live(connection, place)) {
            if (row.span().deadline() > now) {
                Kept before = open(row, found);
                if (before != null) {
                    // left by a commit that was tried again because nobody knew that it had happened
                    Rows.drop(connection, before.id(), now);
                }
            }
        }
        return new Loaded(found, Meta.told(connection, place));
    }

    private @Nullable Kept open(Row row, Map<String, Kept> found) {
        Content content = shop.seals().open(row).orElse(null);
        if (content == null) {
            shop.unreadable(row);
            return null;
        }
        return found.put(content.key(), kept(row, content));
    }

    static Kept kept(Row row, Content content) {
        return new Kept(
                row.id(),
                row.span().deadline(),
                new StoreItem(content.kind(), content.bytes(), row.version(), Instant.ofEpochMilli(content.since())));
    }

    @Override
    public synchronized Label told() {
        return told.label();
    }

    @Override
    public synchronized Set<String> streams() {
        return told.streams();
    }

    @Override
    public synchronized Optional<StoreItem> item(String key) {
        return Optional.ofNullable(records.get(key)).filter(this::isVisible).map(Kept::item);
    }

    @Override
    public synchronized List<String> keys(String prefix) {
        return records.tailMap(prefix, true).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(prefix))
                .filter(entry -> isVisible(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public synchronized int size() {
        return records.size();
    }

    private boolean isVisible(Kept kept) {
        return shop.clock().millis() < kept.deadline();
    }

    /** Forgets in memory what the sweep deleted on disk; something later if a commit is under way. */
    synchronized void forget(long now) {
        records.values().removeIf(kept -> kept.deadline() <= now);
    }

    /** Memory may not be what is on disk: it is read anew before the next commit. Waits for nobody. */
    void distrust() {
        stale = true;
    }

    @Override
    public synchronized String commit(StoreTerms terms, List<StoreChange> changes) {
        try {
            load();
            Commit commit = new Commit(shop, place, terms, records);
            changes.forEach(commit::add);
            commit.requireRoom();
            write(commit, terms);
            return "";
        } catch (StoreGone gone) {
            stale = true;
            return gone.why();
        } catch (IOException e) {
            return "the keys of records can not be written: " + e.getMessage() + "; it is tried again until they can";
        }
    }

    private void write(Commit commit, StoreTerms terms) throws StoreGone, IOException {
        Told all = told.with(terms);
        boolean isStricter = terms.atMost().toMillis() < atMost;
        commit.seal();
        int respanned = shop.worker().together(connection -> {
            commit.run(connection);
            Meta.told(connection, place, all);
            return isStricter
                    ? new Respan(shop.seals())
                            .shorten(connection, place, terms.atMost().toMillis())
                    : 0;
        });
        shop.committed(commit);
        commit.apply(records);
        told = all;
        atMost = terms.atMost().toMillis();
        stale = respanned > 0;
        load();
    }
}
