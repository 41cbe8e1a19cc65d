package cn.jinniu.bangban.log.store;

import cn.jinniu.bangban.log.record.Head;
import cn.jinniu.bangban.log.record.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of entries of one chain.
 *
 * @param first place of its first entry, inclusive
 * @param last place of its last entry, inclusive
 */
public record EntrySpan(long first, long last) {
    /** How many places that are. */
    public long size() {
        return last - first + 1;
    }

    /**
     * What was written within a time, chain by chain; chains without any such entry are left out. Few entries are looked
     * at for it, for in a chain none is written earlier than the one ahead of it.
     *
     * @param from in microseconds since 1970, inclusive
     * @param to in microseconds since 1970, exclusive
     */
    public static List<EntrySpan> between(Connection connection, long from, long to) throws SQLException {
        List<EntrySpan> spans = new ArrayList<>();
        for (int chain : ChainTable.all(connection).keySet()) {
            Head head = EntryTable.head(connection, chain);
            long first = firstSince(connection, from, Place.start(chain) + 1, head.place());
            long last = firstSince(connection, to, Place.start(chain) + 1, head.place()) - 1;
            if (first <= last) {
                spans.add(new EntrySpan(first, last));
            }
        }
        return spans;
    }

    /** The first place whose entry was written at or after a time; one behind the last where there is none. */
    private static long firstSince(Connection connection, long at, long first, long last) throws SQLException {
        long low = first;
        long high = last + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            Head next = next(connection, middle, last);
            if (next == null || next.at() >= at) {
                high = middle;
            } else {
                low = next.place() + 1; // what lies between was removed, or is older still
            }
        }
        return low;
    }

    private static @Nullable Head next(Connection connection, long place, long last) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT place, at FROM entry WHERE place BETWEEN ? AND ? ORDER BY place LIMIT 1")) {
            statement.setLong(1, place);
            statement.setLong(2, last);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new Head(row.getLong(1), row.getLong(2), new byte[0]) : null;
            }
        }
    }
}
