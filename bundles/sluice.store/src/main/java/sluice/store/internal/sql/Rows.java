package sluice.store.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import sluice.broker.core.port.Store;

/** The statements about records. */
public final class Rows {
    private static final String COLUMNS = "id, owner, purpose, deadline, since, span, least, version, sealed";

    /** What covers a record `r`. */
    static final String HELD =
            "EXISTS (SELECT 1 FROM store_hold h WHERE (h.owner = '*' OR h.owner = store_record.owner)"
                    + " AND (h.purpose = '*' OR h.purpose = store_record.purpose))";

    private Rows() {}

    /** Adds a record. */
    public static void insert(Connection connection, Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO store_record (" + COLUMNS + ", state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)")) {
            statement.setString(1, row.id());
            statement.setString(2, row.place().owner());
            statement.setString(3, row.place().purpose());
            statement.setLong(4, row.span().deadline());
            statement.setLong(5, row.span().since());
            statement.setLong(6, row.span().length());
            statement.setLong(7, row.span().least());
            statement.setLong(8, row.version());
            statement.setBytes(9, row.sealed());
            statement.executeUpdate();
        }
    }

    /** Gives a record another deadline, under another key. */
    public static void reseal(Connection connection, Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE store_record SET deadline = ?, sealed = ?, since = ?, span = ?, least = ? WHERE id = ?")) {
            statement.setLong(1, row.span().deadline());
            statement.setBytes(2, row.sealed());
            statement.setLong(3, row.span().since());
            statement.setLong(4, row.span().length());
            statement.setLong(5, row.span().least());
            statement.setString(6, row.id());
            statement.executeUpdate();
        }
    }

    /** Takes a record from its owner: it goes, or stays out of sight for its least time or a hold. */
    public static void drop(Connection connection, String id, long now) throws SQLException {
        try (PreparedStatement hide = connection.prepareStatement(
                        "UPDATE store_record SET state = 1 WHERE id = ? AND (least > ? OR " + HELD + ")");
                PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM store_record WHERE id = ? AND state = 0")) {
            hide.setString(1, id);
            hide.setLong(2, now);
            hide.executeUpdate();
            delete.setString(1, id);
            delete.executeUpdate();
        }
    }

    /** The records in use of a place, oldest version first. */
    public static List<Row> live(Connection connection, Store.Place place) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + COLUMNS
                + " FROM store_record WHERE owner = ? AND purpose = ? AND state = 0 ORDER BY version")) {
            statement.setString(1, place.owner());
            statement.setString(2, place.purpose());
            return read(statement);
        }
    }

    /** Records of a place that end later than a stricter length allows; all of them, in whatever state. */
    public static List<Row> longerThan(Connection connection, Store.Place place, long length) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM store_record WHERE owner = ? AND purpose = ? AND span > ?")) {
            statement.setString(1, place.owner());
            statement.setString(2, place.purpose());
            statement.setLong(3, length);
            return read(statement);
        }
    }

    /** Records that end later than they could if they had been put just now: the clock was ahead when they were, or went back since. */
    public static List<Row> fromTheFuture(Connection connection, long now) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM store_record WHERE deadline - span > ?")) {
            statement.setLong(1, now);
            return read(statement);
        }
    }

    private static List<Row> read(PreparedStatement statement) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                Store.Place place = new Store.Place(found.getString(2), found.getString(3));
                Row.Span span = new Row.Span(found.getLong(4), found.getLong(5), found.getLong(6), found.getLong(7));
                rows.add(new Row(found.getString(1), place, span, found.getLong(8), found.getBytes(9)));
            }
        }
        return rows;
    }
}
