package cn.jinniu.bangban.log.store;

import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Kept;
import cn.jinniu.bangban.log.record.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes entries out of the database for good, on one connection that commits nothing by itself. */
public final class Removal {
    private final LogDatabase database;
    private final Connection connection;

    public Removal(LogDatabase database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    /** Waits until nobody else takes entries out, and keeps others from it until the next commit or roll back. */
    public void alone() throws SQLException {
        String lock = database.dialect() == LogDatabase.Dialect.H2
                ? "SELECT name FROM chain WHERE id = " + ChainTable.OPERATOR + " FOR UPDATE"
                : "SELECT pg_advisory_xact_lock(" + ServerStore.LOCKS + ", " + ChainTable.OPERATOR + ")";
        try (PreparedStatement statement = connection.prepareStatement(lock)) {
            statement.execute();
        }
    }

    /** The first place from one to another that has an entry written before a time; null when none has. */
    public @Nullable Long firstBefore(long from, long to, long at) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT place, at FROM entry WHERE place BETWEEN ? AND ? ORDER BY place LIMIT 1")) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getLong(2) < at ? (Long) row.getLong(1) : null;
            }
        }
    }

    /** The first entry, from one place to another, that tells of a ruleset; null when none does. */
    public @Nullable Long firstRuleset(long from, long to) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT MIN(place) FROM in_force WHERE place BETWEEN ? AND ?")) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            try (ResultSet row = statement.executeQuery()) {
                long place = row.next() ? row.getLong(1) : 0;
                return place == 0 ? null : (Long) place;
            }
        }
    }

    /**
     * Takes entries out and puts in the entry that signs them off: both or neither.
     *
     * @throws StoreFailed when there are not as many as there should be
     */
    public void remove(long first, long last, Entry signOff) throws SQLException, StoreFailed {
        EntryTable.insert(connection, List.of(new Kept(signOff, null)));
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM entry WHERE place BETWEEN ? AND ?")) {
            statement.setLong(1, first);
            statement.setLong(2, last);
            if (statement.executeUpdate() != last - first + 1) {
                connection.rollback();
                long number = Place.number(first);
                throw new StoreFailed(
                        "第 " + number + " 条以后有缺失，未予清理",
                        "entries behind number " + number + " are missing; removed nothing");
            }
        }
        connection.commit();
        database.force(connection);
    }
}
