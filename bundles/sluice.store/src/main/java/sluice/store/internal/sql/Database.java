package sluice.store.internal.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** A database that keeps records. Used by one thread, over one connection. */
public interface Database {
    /**
     * How it is called, without account or password.
     *
     * @return for the operator
     */
    String name();

    /**
     * The word for a column of bytes.
     *
     * @return of its dialect
     */
    String bytes();

    /**
     * Connects. What is committed over this connection survives a loss of power, and nobody else of the platform's kind writes meanwhile.
     *
     * @return without auto-commit
     * @throws SQLException if it can not, or the database does not promise that
     */
    Connection connect() throws SQLException;

    /**
     * Looks whether the connection still leads to what it led to.
     *
     * @param connection as it was given
     * @throws SQLException if not
     */
    void check(Connection connection) throws SQLException;

    /**
     * Takes away what deleted rows leave behind: free pages, logs.
     *
     * @param connection as it was given, in no transaction
     * @param now the platform's time; what is dear is done once a day
     * @throws SQLException if it can not
     */
    void clean(Connection connection, Instant now) throws SQLException;

    /**
     * Whether {@link #backup} works.
     *
     * @return false if the database has tools of its own for that
     */
    boolean canBackUp();

    /**
     * Writes a consistent copy.
     *
     * @param connection as it was given, in no transaction
     * @param file must not exist
     * @throws SQLException if it can not
     */
    void backup(Connection connection, Path file) throws SQLException;
}
