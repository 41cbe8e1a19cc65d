package cn.jinniu.bangban.log.store;

import cn.jinniu.bangban.log.record.Kept;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables of rulesets: their files, and when they came into force. */
public final class RulesetTable {
    private RulesetTable() {}

    /**
     * A ruleset that came into force.
     *
     * @param place the entry that tells of it
     * @param at in microseconds since 1970
     */
    public record InForce(long place, long at, String version) {}

    /**
     * Keeps the files of a ruleset unless they are kept already, and when it came into force.
     *
     * @param inserted versions that were inserted in the same transaction; is added to. The embedded database does not
     *     see them in a query within an insert
     */
    static void insert(Connection connection, Kept kept, Set<String> inserted) throws SQLException {
        String version = kept.entry().draft().ruleset();
        byte[] files = kept.attachment();
        if (files != null && inserted.add(version)) {
            try (PreparedStatement statement = connection.prepareStatement("INSERT INTO ruleset (version, files)"
                    + " SELECT CAST(? AS VARCHAR(64)), ?"
                    + " WHERE NOT EXISTS (SELECT 1 FROM ruleset WHERE version = CAST(? AS VARCHAR(64)))")) {
                statement.setString(1, version);
                statement.setBytes(2, files);
                statement.setString(3, version);
                statement.executeUpdate();
            }
        }
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO in_force (place, at, version) VALUES (?, ?, ?)")) {
            statement.setLong(1, kept.entry().place());
            statement.setLong(2, kept.entry().at());
            statement.setString(3, version);
            statement.executeUpdate();
        }
    }

    /** The zip file of a ruleset's files; null when that version was never in force. */
    public static byte @Nullable [] files(Connection connection, String version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT files FROM ruleset WHERE version = ?")) {
            statement.setString(1, version);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        }
    }

    /** All versions that are kept, in no particular order. */
    public static List<String> versions(Connection connection) throws SQLException {
        List<String> versions = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT version FROM ruleset");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                versions.add(row.getString(1));
            }
        }
        return versions;
    }

    /** When rulesets came into force, the last first. */
    public static List<InForce> inForce(Connection connection) throws SQLException {
        List<InForce> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT place, at, version FROM in_force ORDER BY at DESC, place DESC");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                all.add(new InForce(row.getLong(1), row.getLong(2), row.getString(3)));
            }
        }
        return all;
    }
}
