package sluice.store.internal.sql;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Properties;
import org.postgresql.Driver;

/** A PostgreSQL of the city's, over one connection that also holds an advisory lock: a second platform is refused. */
public final class PostgresDatabase implements Database {
    /** Any number will do that nobody else uses: the letters of the platform's name. */
    private static final long LOCK = 0x736c75696365L;

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final String url;
    private final Properties properties = new Properties();

    /**
     * A database on a server.
     *
     * @param url {@code jdbc:postgresql://HOST:PORT/DATABASE}, with the driver's settings for TLS
     * @param user the account
     * @param password its password; may be empty
     */
    public PostgresDatabase(String url, String user, String password) {
        this.url = requireNonNull(url, "url is null");
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "sluice.store");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("socketTimeout", "20");
        properties.setProperty("tcpKeepAlive", "true");
    }

    @Override
    public String name() {
        int query = url.indexOf('?');
        return "PostgreSQL `" + (query < 0 ? url : url.substring(0, query)) + "`";
    }

    @Override
    public String bytes() {
        return "BYTEA";
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("`" + url + "` is no address of a PostgreSQL database");
        }
        try {
            connection.setAutoCommit(false);
            require(connection, "SHOW fsync", "on", "the server runs without fsync, so a commit could be lost");
            require(connection, "SET synchronous_commit TO on; SHOW synchronous_commit", "on", "no synchronous commit");
            lock(connection);
            connection.commit();
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Waits a little: the server needs a moment to notice that a connection which held the lock is gone. */
    private static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '2s'");
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new SQLException("the database is in use by another platform; stop that one first", e);
            }
            throw e;
        }
    }

    private static void require(Connection connection, String question, String wanted, String otherwise)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean isAnswer = statement.execute(question);
            while (!isAnswer && statement.getUpdateCount() >= 0) {
                isAnswer = statement.getMoreResults();
            }
            try (ResultSet answer = statement.getResultSet()) {
                if (!answer.next() || !wanted.equals(answer.getString(1))) {
                    throw new SQLException(otherwise);
                }
            }
        }
    }

    @Override
    public void check(Connection connection) {
        // a connection that is lost says so itself
    }

    /** Deleted rows are overwritten by the server's own vacuum; until then they are unreadable, as their key is destroyed. */
    @Override
    public void clean(Connection connection, Instant now) {
        // autovacuum does
    }

    @Override
    public boolean canBackUp() {
        return false;
    }

    @Override
    public void backup(Connection connection, Path file) throws SQLException {
        throw new SQLException("use pg_dump");
    }
}
