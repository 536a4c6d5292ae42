package sluice.store.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;

/** Looks into a database file, or changes it, behind the store's back. */
final class Sqlite {
    private Sqlite() {}

    static void run(Path folder, String sql) throws SQLException {
        try (Connection connection = open(folder);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<String> ask(Path folder, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = open(folder);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                values.add(found.getString(1));
            }
        }
        return values;
    }

    static Connection open(Path folder) throws SQLException {
        return new JDBC().connect("jdbc:sqlite:" + folder.resolve("store.db"), new Properties());
    }
}
