package sluice.store.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.broker.core.port.Store;
import sluice.broker.core.port.StoreChange;
import sluice.broker.core.port.StoreTerms;
import sluice.store.internal.PlaceShelf.Kept;
import sluice.store.internal.sql.Meta;
import sluice.store.internal.sql.Row;
import sluice.store.internal.sql.Rows;

/** A list of changes on its way to the disk: checked, sealed, and then written in one transaction. */
final class Commit {
    private final Shop shop;
    private final Store.Place place;
    private final StoreTerms terms;
    private final Map<String, Kept> before;
    private final Instant now;
    private final long version;
    private final Map<String, StoreChange> last = new LinkedHashMap<>();
    private final List<String> dropped = new ArrayList<>();
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private final List<Fresh> rows = new ArrayList<>();

    private record Fresh(Row row, Content content) {}

    Commit(Shop shop, Store.Place place, StoreTerms terms, Map<String, Kept> before) {
        this.shop = requireNonNull(shop, "shop is null");
        this.place = requireNonNull(place, "place is null");
        this.terms = requireNonNull(terms, "terms is null");
        this.before = requireNonNull(before, "before is null");
        this.now = shop.clock().instant();
        this.version = shop.versions().next();
    }

    /** Of several changes of one key only the last one counts. */
    void add(StoreChange change) {
        if (change instanceof StoreChange.Put put) {
            if (put.key().length() > Store.Shelf.MAX_KEY || put.content().length > Store.Shelf.MAX_CONTENT) {
                throw new IllegalArgumentException("a key or a record is too long");
            }
            last.put(put.key(), put);
        } else if (change instanceof StoreChange.Delete delete) {
            last.put(delete.key(), delete);
        }
    }

    void requireRoom() {
        long more = last.values().stream()
                .filter(change -> change instanceof StoreChange.Put put && !before.containsKey(put.key()))
                .count();
        if (more > 0 && before.size() + more > Store.Shelf.MAX_RECORDS) {
            throw new IllegalArgumentException("a place keeps " + Store.Shelf.MAX_RECORDS + " records at most");
        }
    }

    /** Makes the rows, on the caller's thread: ciphers are no business of the one that all wait for. */
    void seal() throws IOException {
        for (Map.Entry<String, StoreChange> change : last.entrySet()) {
            Kept old = before.get(change.getKey());
            if (old != null) {
                dropped.add(old.id());
            }
            if (change.getValue() instanceof StoreChange.Put put) {
                seal(put);
            }
        }
    }

    private void seal(StoreChange.Put put) throws IOException {
        Content content = new Content(
                put.key(), put.kind(), now.toEpochMilli(), Deadlines.millis(now, put.until()), put.content());
        Row row = shop.seals().seal(place, Deadlines.span(now, terms, put.until()), version, content);
        rows.add(new Fresh(row, content));
        kept.put(put.key(), PlaceShelf.kept(row, content));
    }

    void run(Connection connection) throws SQLException, IOException {
        for (String id : dropped) {
            Rows.drop(connection, id, now.toEpochMilli());
        }
        for (Fresh fresh : rows) {
            Rows.insert(connection, underLivingKey(fresh));
        }
        Meta.version(connection, version);
    }

    /** A sweep may have destroyed the key meanwhile, as nothing was sealed with it yet; it is on this thread too, so not after this. */
    private Row underLivingKey(Fresh fresh) throws IOException {
        Row row = fresh.row();
        return shop.seals().open(row).isPresent() ? row : shop.seals().seal(row, row.span(), fresh.content());
    }

    /** The same for what is in memory. */
    void apply(Map<String, Kept> records) {
        records.keySet().removeAll(last.keySet());
        records.putAll(kept);
    }

    long version() {
        return version;
    }

    /** The first deadline of what it put, milliseconds since 1970. */
    long firstDeadline() {
        return rows.stream()
                .mapToLong(fresh -> fresh.row().span().deadline())
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
