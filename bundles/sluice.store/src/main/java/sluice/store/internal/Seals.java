package sluice.store.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import sluice.broker.core.port.Store;
import sluice.store.internal.keys.DataKeys;
import sluice.store.internal.keys.Sealing;
import sluice.store.internal.sql.Row;

/** Makes rows of records, and records of rows. */
final class Seals {
    private static final int ID = 16;

    private final DataKeys keys;
    private final Sealing sealing;
    private final SecureRandom random;

    Seals(DataKeys keys, SecureRandom random) {
        this.keys = requireNonNull(keys, "keys is null");
        this.random = requireNonNull(random, "random is null");
        this.sealing = new Sealing(random);
    }

    DataKeys keys() {
        return keys;
    }

    /** A new row; makes its key if it is the first of its purpose and deadline. */
    Row seal(Store.Place place, Row.Span span, long version, Content content) throws IOException {
        byte[] id = new byte[ID];
        random.nextBytes(id);
        return seal(new Row(HexFormat.of().formatHex(id), place, span, version, id), content);
    }

    /** The same row with another span. */
    Row seal(Row row, Row.Span span, Content content) throws IOException {
        return seal(new Row(row.id(), row.place(), span, row.version(), row.sealed()), content);
    }

    private Row seal(Row row, Content content) throws IOException {
        byte[] sealed = sealing.seal(keys.key(row.key()), row.bound(), content.write());
        return new Row(row.id(), row.place(), row.span(), row.version(), sealed);
    }

    /** Empty if its key is no more, or it was changed. */
    Optional<Content> open(Row row) {
        return keys.find(row.key())
                .flatMap(key -> sealing.open(key, row.bound(), row.sealed()))
                .flatMap(Content::read);
    }
}
