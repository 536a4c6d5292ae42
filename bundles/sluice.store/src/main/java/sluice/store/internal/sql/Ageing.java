package sluice.store.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.broker.core.port.Store;
import sluice.store.internal.keys.KeyId;

/** The statements that delete what is past its deadline, and those that look, another way, whether any is left. */
public final class Ageing {
    private Ageing() {}

    /** How many records are past their deadline and not held, by key. */
    public static Map<KeyId, Long> past(Connection connection, long now) throws SQLException {
        Map<KeyId, Long> past = new TreeMap<>(KeyId.ORDER);
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT purpose, deadline, count(*) FROM store_record WHERE deadline <= ?"
                        + " AND NOT " + Rows.HELD + " GROUP BY purpose, deadline")) {
            statement.setLong(1, now);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    past.put(new KeyId(found.getString(1), found.getLong(2)), found.getLong(3));
                }
            }
        }
        return past;
    }

    /** Deletes what is past its deadline, and what its owner deleted and is past its least time; not what is held. */
    public static int delete(Connection connection, long now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "DELETE FROM store_record WHERE (deadline <= ? OR (state = 1 AND least <= ?)) AND NOT " + Rows.HELD)) {
            statement.setLong(1, now);
            statement.setLong(2, now);
            return statement.executeUpdate();
        }
    }

    /** Whether any record is sealed with a key. */
    public static boolean isUsed(Connection connection, KeyId key) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM store_record WHERE purpose = ? AND deadline = ? LIMIT 1")) {
            statement.setString(1, key.purpose());
            statement.setLong(2, key.deadline());
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    /**
     * What one place keeps in one state.
     *
     * @param place the place
     * @param state {@link Row#LIVE} or {@link Row#RETAINED}
     * @param isPast whether these are past their deadline
     * @param records how many
     * @param oldest since when, roughly; milliseconds since 1970
     * @param firstDeadline of the one that has to go first
     */
    public record Group(Store.Place place, int state, boolean isPast, long records, long oldest, long firstDeadline) {}

    /** All there is, counted. Knows nothing of holds and of what a sweep deletes. */
    public static List<Group> groups(Connection connection, long now) throws SQLException {
        List<Group> groups = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT owner, purpose, state, CASE WHEN deadline <= ? THEN 1 ELSE 0 END AS past, count(*), min(since),"
                        + " min(deadline) FROM store_record GROUP BY owner, purpose, state, past"
                        + " ORDER BY owner, purpose, state, past")) {
            statement.setLong(1, now);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    groups.add(new Group(
                            new Store.Place(found.getString(1), found.getString(2)),
                            found.getInt(3),
                            found.getInt(4) == 1,
                            found.getLong(5),
                            found.getLong(6),
                            found.getLong(7)));
                }
            }
        }
        return groups;
    }
}
