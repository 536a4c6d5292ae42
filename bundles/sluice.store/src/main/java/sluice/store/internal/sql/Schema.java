package sluice.store.internal.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables, and how they came to be: each step is carried out once, in order, in the transaction that notes it. */
public final class Schema {
    /** A step is never changed once a city has it; what is to be different is a further step. */
    private static final List<List<String>> STEPS = List.of(List.of(
            """
            CREATE TABLE store_record (
              id TEXT PRIMARY KEY, owner TEXT NOT NULL, purpose TEXT NOT NULL,
              deadline BIGINT NOT NULL, since BIGINT NOT NULL, span BIGINT NOT NULL, least BIGINT NOT NULL,
              version BIGINT NOT NULL, state INTEGER NOT NULL, sealed $BYTES NOT NULL)""",
            "CREATE INDEX store_record_place ON store_record (owner, purpose, state)",
            "CREATE INDEX store_record_deadline ON store_record (deadline)",
            "CREATE TABLE store_place (owner TEXT NOT NULL, purpose TEXT NOT NULL, told TEXT NOT NULL,"
                    + " PRIMARY KEY (owner, purpose))",
            """
            CREATE TABLE store_hold (
              name TEXT PRIMARY KEY, owner TEXT NOT NULL, purpose TEXT NOT NULL, reason TEXT NOT NULL,
              author TEXT NOT NULL, since BIGINT NOT NULL)""",
            "CREATE TABLE store_meta (name TEXT PRIMARY KEY, value BIGINT NOT NULL)",
            "INSERT INTO store_meta (name, value) VALUES ('version', 0)"));

    private Schema() {}

    /**
     * Brings the tables up to what this version of the platform works with.
     *
     * @param connection in no transaction
     * @param bytes the database's word for a column of bytes
     * @throws SQLException if it can not, or a newer platform was here
     */
    public static void migrate(Connection connection, String bytes) throws SQLException {
        migrate(connection, bytes, STEPS);
    }

    static void migrate(Connection connection, String bytes, List<List<String>> steps) throws SQLException {
        run(connection, "CREATE TABLE IF NOT EXISTS store_schema (step INTEGER PRIMARY KEY)");
        connection.commit();
        int done = done(connection);
        if (done > steps.size()) {
            throw new SQLException("its tables are of a newer platform (step " + done + ", this one knows "
                    + steps.size() + "); install that, or restore a backup from before");
        }
        for (int step = done + 1; step <= steps.size(); step++) {
            for (String statement : steps.get(step - 1)) {
                run(connection, statement.replace("$BYTES", bytes));
            }
            run(connection, "INSERT INTO store_schema (step) VALUES (" + step + ")");
            connection.commit();
        }
    }

    private static int done(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT max(step) FROM store_schema")) {
            return answer.next() ? answer.getInt(1) : 0;
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
