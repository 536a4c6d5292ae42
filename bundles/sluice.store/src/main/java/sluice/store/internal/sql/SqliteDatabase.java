package sluice.store.internal.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.LockingMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;

/**
 * The embedded database: one file. Each commit is forced to disk (write-ahead log, {@code synchronous=FULL}); deleted rows are overwritten
 * with zeros ({@code secure_delete}); the lock is exclusive, so that a second process gets none.
 */
public final class SqliteDatabase implements Database {
    /** The file's name. */
    public static final String FILE = "store.db";

    private static final int BUSY_MILLIS = 2_000;
    private static final Duration REWRITE_EVERY = Duration.ofDays(1);

    private final Path file;
    private @Nullable Object fileKey;
    private @Nullable Instant rewritten;

    /**
     * A database file.
     *
     * @param folder where; must exist. Its folder {@code native} takes SQLite's own code, which has to be a file to be loaded
     * @throws IOException if that folder can not be made
     */
    public SqliteDatabase(Path folder) throws IOException {
        this.file = folder.resolve(FILE);
        Path code = folder.resolve("native");
        if (!Files.isDirectory(code)) {
            Files.createDirectory(
                    code, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        // Read once, when the first connection loads the library; the temporary folder of the machine is everybody's.
        System.setProperty("org.sqlite.tmpdir", code.toString());
    }

    @Override
    public String name() {
        return "SQLite `" + file + "`";
    }

    @Override
    public String bytes() {
        return "BLOB";
    }

    @Override
    public Connection connect() throws SQLException {
        createForOwnerOnly();
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setLockingMode(LockingMode.EXCLUSIVE);
        config.setTempStore(TempStore.MEMORY);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        Connection connection = new JDBC().connect(JDBC.PREFIX + file, config.toProperties());
        try {
            requireDurable(connection);
            connection.setAutoCommit(false);
            fileKey = keyOfFile();
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    // SQLite would make it for everybody to read, within the process's mask.
    private void createForOwnerOnly() throws SQLException {
        try {
            if (Files.notExists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (IOException e) {
            throw new SQLException("can not create `" + file + "`: " + e.getMessage(), e);
        }
    }

    private static void requireDurable(Connection connection) throws SQLException {
        require(connection, "synchronous", "2");
        require(connection, "journal_mode", "wal");
        require(connection, "locking_mode", "exclusive");
        require(connection, "secure_delete", "1");
        require(connection, "quick_check(1)", "ok");
    }

    private static void require(Connection connection, String pragma, String value) throws SQLException {
        String actual = ask(connection, "PRAGMA " + pragma);
        if (!actual.equalsIgnoreCase(value)) {
            throw new SQLException("SQLite says " + pragma + " is `" + actual + "`, and it must be `" + value + "`");
        }
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() ? String.valueOf(answer.getString(1)) : "";
        }
    }

    /** SQLite goes on writing into a file that somebody moved away or deleted; such commits would be lost. */
    @Override
    public void check(Connection connection) throws SQLException {
        if (!Objects.equals(fileKey, keyOfFile())) {
            throw new SQLException("`" + file + "` is not the file any more that was opened");
        }
    }

    private @Nullable Object keyOfFile() throws SQLException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            throw new SQLException("`" + file + "` is gone", e);
        }
    }

    /**
     * Empties the log, and writes the file anew once a day: when pages of a tree are joined or split, SQLite leaves pieces of rows in their
     * gaps that {@code secure_delete} does not reach. They are sealed, and their key is destroyed before.
     */
    @Override
    public void clean(Connection connection, Instant now) throws SQLException {
        Instant last = rewritten;
        boolean isDue = last == null || now.isBefore(last) || !now.isBefore(last.plus(REWRITE_EVERY));
        if (isDue) {
            outsideTransaction(connection, "VACUUM");
            rewritten = now;
        }
        outsideTransaction(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    @Override
    public boolean canBackUp() {
        return true;
    }

    @Override
    public void backup(Connection connection, Path copy) throws SQLException {
        connection.setAutoCommit(true);
        try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, copy.toString());
            statement.execute();
        } finally {
            connection.setAutoCommit(false);
        }
    }

    private static void outsideTransaction(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } finally {
            connection.setAutoCommit(false);
        }
    }
}
