package sluice.store.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.Store;
import sluice.journal.Disk;
import sluice.store.internal.sql.Database;
import sluice.store.internal.sql.PostgresDatabase;
import sluice.store.internal.sql.SqliteDatabase;

/** A configuration that was checked, from which the store is opened, perhaps more than once. */
final class Settings {
    private static final int LEAST_MASTER = 16;
    private static final int MOST_SWEEP = 3_600;

    private final StoreConfig config;
    private final Path folder;
    private final Ledger ledger;

    private Settings(StoreConfig config, Path folder, Ledger ledger) {
        this.config = config;
        this.folder = folder;
        this.ledger = ledger;
    }

    static Settings of(StoreConfig config, Ledger ledger) {
        int sweep = config.sweep_seconds();
        if (sweep < 1 || sweep > MOST_SWEEP) {
            throw new IllegalArgumentException(
                    "`sweep.seconds` of `sluice.store` must be 1 to " + MOST_SWEEP + ", got `" + sweep + "`");
        }
        if (!config.url().isEmpty() && !config.url().startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "`url` of `sluice.store` must begin with `jdbc:postgresql:`; leave it empty for the embedded database");
        }
        return new Settings(config, folder(config.folder()), requireNonNull(ledger, "ledger is null"));
    }

    private static Path folder(String configured) {
        return configured.isEmpty()
                ? Optional.ofNullable(System.getProperty("karaf.data"))
                        .map(data -> Path.of(data, "sluice", "store"))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "set `folder` of `sluice.store`, or the system property `karaf.data`"))
                : Path.of(configured);
    }

    KeptStore open() {
        try {
            Disk disk = Disk.ofThisMachine();
            disk.createFolder(folder);
            return DurableStore.open(new StoreSettings(
                    folder,
                    database(),
                    master(),
                    ledger,
                    Duration.ofSeconds(config.sweep_seconds()),
                    InstantSource.system(),
                    new SecureRandom(),
                    disk));
        } catch (IOException e) {
            return new ClosedStore(Store.DOWN, "it can not be opened: " + e.getMessage());
        }
    }

    private Database database() throws IOException {
        return config.url().isEmpty()
                ? new SqliteDatabase(folder)
                : new PostgresDatabase(config.url(), config.account(), config.password());
    }

    private byte[] master() throws IOException {
        if (config.master_key_file().isEmpty()) {
            return new byte[0];
        }
        byte[] master = Files.readAllBytes(Path.of(config.master_key_file()));
        if (master.length < LEAST_MASTER) {
            throw new IOException("`master.key.file` has less than " + LEAST_MASTER + " bytes");
        }
        return master;
    }
}
