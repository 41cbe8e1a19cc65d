package cn.jinniu.bangban.log.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;

/** The table of chains. */
public final class ChainTable {
    /** The chain of those who look after the log. */
    public static final int OPERATOR = 0;

    private ChainTable() {}

    /** Names of all chains, by id. */
    public static SortedMap<Integer, String> all(Connection connection) throws SQLException {
        SortedMap<Integer, String> all = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT id, name FROM chain");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                all.put(row.getInt(1), row.getString(2));
            }
        }
        return all;
    }

    /** What a chain is called. */
    public static String name(int id) {
        return id == OPERATOR ? "operator" : "replica-" + id;
    }

    /** Adds a chain. */
    static void add(Connection connection, int id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO chain (id, name) VALUES (?, ?)")) {
            statement.setInt(1, id);
            statement.setString(2, name(id));
            statement.executeUpdate();
        }
    }
}
