package sluice.store.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import sluice.store.Answer;
import sluice.store.Hold;
import sluice.store.internal.sql.Meta;
import sluice.store.internal.sql.SqliteDatabase;
import sluice.store.internal.sql.StoreGone;

/** What people may ask of the store. All of it is in the ledger, with who asked. */
final class Desk {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern PLACE = Pattern.compile("\\*|[A-Za-z0-9_.-]{1,100}");
    private static final Pattern REASON = Pattern.compile("[\\p{L}\\p{N} .,:/()-]{1,200}");

    private final Shop shop;
    private final StoreSettings settings;

    Desk(Shop shop, StoreSettings settings) {
        this.shop = requireNonNull(shop, "shop is null");
        this.settings = requireNonNull(settings, "settings is null");
    }

    Answer hold(Hold hold) {
        if (!NAME.matcher(hold.name()).matches()
                || !PLACE.matcher(hold.owner()).matches()
                || !PLACE.matcher(hold.purpose()).matches()
                || !REASON.matcher(hold.reason()).matches()) {
            return new Answer.Declined(
                    "bad-name", "a hold has a name of lower-case letters, digits and hyphens, places and a reason");
        }
        try {
            if (!shop.worker().together(connection -> Meta.add(connection, hold))) {
                return new Answer.Declined("hold-exists", "there is a hold `" + hold.name() + "` already");
            }
        } catch (StoreGone gone) {
            return new Answer.Declined(gone.code(), gone.why());
        }
        settings.ledger()
                .event(
                        "hold-added",
                        Map.of(
                                "name",
                                hold.name(),
                                "owner",
                                hold.owner(),
                                "purpose",
                                hold.purpose(),
                                "reason",
                                hold.reason(),
                                "by",
                                hold.by()));
        return new Answer.Done("hold `" + hold.name() + "` is in force: nothing is deleted at its places");
    }

    Answer release(String name, String by) {
        try {
            if (!shop.worker().together(connection -> Meta.remove(connection, name))) {
                return new Answer.Declined("no-such-hold", "there is no hold `" + name + "`");
            }
        } catch (StoreGone gone) {
            return new Answer.Declined(gone.code(), gone.why());
        }
        settings.ledger().event("hold-released", Map.of("name", name, "by", by));
        return new Answer.Done("hold `" + name + "` is released; what is past its deadline goes at the next sweep");
    }

    Answer accept(String by) {
        if (!shop.versions().isRolledBack()) {
            return new Answer.Declined("not-rolled-back", "the database is not older than the ledger says");
        }
        shop.versions().accept(by);
        return new Answer.Done("the database is accepted as it is; what was committed after it was copied is lost");
    }

    Answer backup(Path folder, boolean withKeys) {
        if (!settings.database().canBackUp()) {
            return new Answer.Declined("not-embedded", "use the database's own tools, for example `pg_dump`");
        }
        if (Files.exists(folder)) {
            return new Answer.Declined("folder-exists", "`" + folder + "` exists; name a folder that does not");
        }
        try {
            long version = shop.worker().alone(connection -> copy(connection, folder, withKeys));
            settings.ledger()
                    .event(
                            "store-backed-up",
                            Map.of("commit", Long.toString(version), "keys", Boolean.toString(withKeys)));
            return new Answer.Done("the store as of commit " + version + " is in `" + folder + "`"
                    + (withKeys ? ", with its keys" : ", without its keys"));
        } catch (StoreGone gone) {
            return new Answer.Declined("backup-failed", gone.why());
        }
    }

    /** Copies, and begins a new commit in the original, so that the copy is recognised as the older one. */
    private long copy(Connection connection, Path folder, boolean withKeys) throws SQLException, IOException {
        long copied = Meta.version(connection);
        connection.commit();
        settings.disk().createFolder(folder);
        Path file = folder.resolve(SqliteDatabase.FILE);
        settings.database().backup(connection, file);
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        if (withKeys) {
            shop.seals().keys().copyTo(folder.resolve("keys"));
        }
        long version = shop.versions().next();
        Meta.version(connection, version);
        connection.commit();
        shop.versions().committed(version);
        return copied;
    }
}
