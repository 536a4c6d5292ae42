package sluice.store.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sluice.broker.core.model.Label;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.Store;
import sluice.broker.core.port.StoreChange;
import sluice.broker.core.port.StoreTerms;
import sluice.journal.Disk;
import sluice.store.internal.sql.Database;
import sluice.store.internal.sql.SqliteDatabase;
import sluice.testkit.ManualClock;
import sluice.testkit.broker.MemoryLedger;

/** A store in a folder of a test, with a clock and a ledger of the test's, that can be stopped and started again. */
final class StoreScene implements AutoCloseable {
    static final Store.Place PLATES = new Store.Place("sluice.app.planning", "traffic-planning");
    static final Store.Place BINS = new Store.Place("sluice.app.waste", "waste-collection");

    final Path folder;
    final ManualClock clock = ManualClock.at("2026-05-04T10:07:30Z");
    MemoryLedger ledger = new MemoryLedger();
    Database database;
    byte[] master = new byte[0];
    Disk disk = Disk.ofThisMachine();
    KeptStore store;

    StoreScene(Path folder) throws IOException {
        this(folder, new SqliteDatabase(Files.createDirectories(folder)));
    }

    StoreScene(Path folder, Database database) {
        this.folder = folder;
        this.database = database;
        this.store = open();
    }

    KeptStore open() {
        return DurableStore.open(new StoreSettings(
                folder, database, master, ledger, Duration.ofMinutes(1), clock, new SecureRandom(), disk));
    }

    /** Stops it and starts it again; the ledger remembers. */
    void restart() {
        store.close();
        ledger = new MemoryLedger(new Ledger.Opening(-1, -1, ledgerSequences()));
        store = open();
    }

    Map<String, Long> ledgerSequences() {
        return ledger.sequences();
    }

    Store.Shelf shelf(Store.Place place) {
        return store.open(place).orElseThrow(() -> new AssertionError(store.trouble()));
    }

    static StoreTerms keep(Duration atMost) {
        return StoreTerms.of(Label.PSEUDONYMOUS, atMost);
    }

    static StoreChange put(String key, String content) {
        return new StoreChange.Put(key, "text", content.getBytes(UTF_8), Instant.EPOCH);
    }

    String commit(Store.Place place, Duration atMost, StoreChange... changes) {
        return shelf(place).commit(keep(atMost), List.of(changes));
    }

    String read(Store.Place place, String key) {
        return shelf(place)
                .item(key)
                .map(item -> new String(item.content(), UTF_8))
                .orElse("");
    }

    void advance(Duration step) {
        clock.advance(step);
        store.tick();
    }

    /** All files of a folder that have a text in them, whatever their form. */
    static List<Path> filesWith(Path folder, String text) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().endsWith(".so"))
                    .filter(file -> contains(file, text))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file, ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
