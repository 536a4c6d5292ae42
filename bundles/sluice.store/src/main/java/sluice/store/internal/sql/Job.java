package sluice.store.internal.sql;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Something to do with the database.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface Job<T> {
    /**
     * Does it, in a transaction that the caller ends.
     *
     * @param connection without auto-commit
     * @return what comes of it, once the transaction is on disk
     * @throws SQLException if the database fails
     * @throws IOException if something else fails that is to end the transaction
     * @throws StoreGone if it may not go on
     */
    T run(Connection connection) throws SQLException, IOException, StoreGone;
}
