package sluice.store.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import sluice.broker.core.port.Store;
import sluice.store.Hold;

/** The statements about all that is no record: the version, what owners were told, holds. */
public final class Meta {
    private Meta() {}

    /** Number of the last commit. */
    public static long version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT value FROM store_meta WHERE name = 'version'")) {
            if (!found.next()) {
                throw new SQLException("the database has lost its version");
            }
            return found.getLong(1);
        }
    }

    /** Notes the number of a commit. */
    public static void version(Connection connection, long version) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE store_meta SET value = ? WHERE name = 'version' AND value < ?")) {
            statement.setLong(1, version);
            statement.setLong(2, version);
            statement.executeUpdate();
        }
    }

    /** What a place's owner was told. */
    public static Told told(Connection connection, Store.Place place) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT told FROM store_place WHERE owner = ? AND purpose = ?")) {
            statement.setString(1, place.owner());
            statement.setString(2, place.purpose());
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? Told.of(found.getString(1)) : Told.NOTHING;
            }
        }
    }

    /** Notes what a place's owner was told. */
    public static void told(Connection connection, Store.Place place, Told told) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO store_place (owner, purpose, told) VALUES (?, ?, ?)"
                        + " ON CONFLICT (owner, purpose) DO UPDATE SET told = excluded.told")) {
            statement.setString(1, place.owner());
            statement.setString(2, place.purpose());
            statement.setString(3, told.text());
            statement.executeUpdate();
        }
    }

    /** The legal holds. */
    public static List<Hold> holds(Connection connection) throws SQLException {
        List<Hold> holds = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT name, owner, purpose, reason, author, since FROM store_hold ORDER BY name")) {
            while (found.next()) {
                holds.add(new Hold(
                        found.getString(1),
                        found.getString(2),
                        found.getString(3),
                        found.getString(4),
                        found.getString(5),
                        Instant.ofEpochMilli(found.getLong(6))));
            }
        }
        return holds;
    }

    /** Adds a hold; false if there is one of that name. */
    public static boolean add(Connection connection, Hold hold) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO store_hold (name, owner, purpose, reason, author, since) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (name) DO NOTHING")) {
            statement.setString(1, hold.name());
            statement.setString(2, hold.owner());
            statement.setString(3, hold.purpose());
            statement.setString(4, hold.reason());
            statement.setString(5, hold.by());
            statement.setLong(6, hold.since().toEpochMilli());
            return statement.executeUpdate() > 0;
        }
    }

    /** Takes a hold away; false if there is none of that name. */
    public static boolean remove(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM store_hold WHERE name = ?")) {
            statement.setString(1, name);
            return statement.executeUpdate() > 0;
        }
    }
}
