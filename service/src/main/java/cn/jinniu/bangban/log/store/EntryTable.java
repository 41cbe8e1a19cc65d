package cn.jinniu.bangban.log.store;

import cn.jinniu.bangban.log.record.Caller;
import cn.jinniu.bangban.log.record.Draft;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Head;
import cn.jinniu.bangban.log.record.Kept;
import cn.jinniu.bangban.log.record.Kind;
import cn.jinniu.bangban.log.record.KnownBy;
import cn.jinniu.bangban.log.record.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of entries. */
public final class EntryTable {
    private static final String COLUMNS =
            "place, at, kind, id, caller, known_by, ruleset, language, nanoseconds, request, answer, hidden, hash";
    private static final String INSERT =
            "INSERT INTO entry (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private EntryTable() {}

    /** Inserts entries with what is attached to them; commits nothing. */
    static void insert(Connection connection, List<Kept> batch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Kept kept : batch) {
                set(statement, kept.entry());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        Set<String> rulesets = new HashSet<>();
        for (Kept kept : batch) {
            if (kept.entry().draft().kind() == Kind.RULESET) {
                RulesetTable.insert(connection, kept, rulesets);
            }
        }
    }

    private static void set(PreparedStatement statement, Entry entry) throws SQLException {
        Draft draft = entry.draft();
        statement.setLong(1, entry.place());
        statement.setLong(2, entry.at());
        statement.setInt(3, draft.kind().code());
        statement.setObject(4, draft.id());
        statement.setString(5, draft.caller().name());
        statement.setInt(6, draft.caller().knownBy().code());
        statement.setString(7, draft.ruleset());
        statement.setInt(8, draft.language());
        statement.setLong(9, draft.nanoseconds());
        statement.setBytes(10, draft.request());
        statement.setBytes(11, draft.answer());
        statement.setBytes(12, draft.hidden());
        statement.setBytes(13, entry.hash());
    }

    /** The last entry of a chain. */
    public static Head head(Connection connection, int chain) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT place, at, hash FROM entry WHERE place BETWEEN ? AND ? ORDER BY place DESC LIMIT 1")) {
            statement.setLong(1, Place.start(chain));
            statement.setLong(2, Place.end(chain));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new Head(row.getLong(1), row.getLong(2), row.getBytes(3)) : Head.none(chain);
            }
        }
    }

    /** The hash of the entry at a place; null when there is none. */
    static byte @Nullable [] hash(Connection connection, long place) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT hash FROM entry WHERE place = ?")) {
            statement.setLong(1, place);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        }
    }

    /** The place of the first entry of a chain; null when it has none. */
    public static @Nullable Long first(Connection connection, int chain) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT place FROM entry WHERE place BETWEEN ? AND ? ORDER BY place LIMIT 1")) {
            statement.setLong(1, Place.start(chain));
            statement.setLong(2, Place.end(chain));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? (Long) row.getLong(1) : null;
            }
        }
    }

    /** What looks at entries, one after the other. */
    @FunctionalInterface
    public interface Visitor {
        void visit(Entry entry);
    }

    /**
     * Has all entries of one chain looked at, the first of them first, in constant memory; the connection is one of a
     * {@link Snapshot}.
     *
     * @param from first place, inclusive
     * @param to last place, inclusive
     * @throws EntryUnreadable for the first that is nothing this program wrote; those behind it can be asked for
     */
    public static void each(Connection connection, long from, long to, Visitor visitor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM entry WHERE place BETWEEN ? AND ? ORDER BY place")) {
            statement.setFetchSize(Snapshot.ROWS_AT_A_TIME);
            statement.setLong(1, from);
            statement.setLong(2, to);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    visitor.visit(entry(row));
                }
            }
        }
    }

    /** The chains that have entries. */
    public static SortedSet<Integer> chains(Connection connection) throws SQLException {
        SortedSet<Integer> chains = new TreeSet<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT MIN(place) FROM entry WHERE place >= ?")) {
            for (long from = Long.MIN_VALUE; ; ) {
                statement.setLong(1, from);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    long place = row.getLong(1);
                    if (row.wasNull()) {
                        return chains;
                    }
                    chains.add(Place.chain(place));
                    if (Place.end(Place.chain(place)) == Long.MAX_VALUE) {
                        return chains;
                    }
                    from = Place.end(Place.chain(place)) + 1;
                }
            }
        }
    }

    /** What looks at ids. */
    @FunctionalInterface
    public interface IdVisitor {
        void visit(UUID id, long place);
    }

    /** Has the index of ids looked at from its first to its last, by the embedded database. */
    public static void eachId(Connection connection, IdVisitor visitor) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT id, place FROM entry USE INDEX (entry_id) ORDER BY id")) {
            statement.setFetchSize(Snapshot.ROWS_AT_A_TIME);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    visitor.visit(row.getObject(1, UUID.class), row.getLong(2));
                }
            }
        }
    }

    /**
     * The place of the first entry, of some of one chain, that was written at a time or later; behind them where none was.
     *
     * @param from first place, inclusive
     * @param to last place, inclusive
     * @param at in microseconds since 1970
     */
    public static long firstSince(Connection connection, long from, long to, long at) throws SQLException {
        long low = from;
        long high = to + 1;
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT place, at FROM entry WHERE place BETWEEN ? AND ? ORDER BY place LIMIT 1")) {
            while (low < high) {
                long middle = (low + high) >>> 1;
                statement.setLong(1, middle);
                statement.setLong(2, to);
                try (ResultSet row = statement.executeQuery()) {
                    if (row.next() && row.getLong(2) < at) {
                        low = row.getLong(1) + 1;
                    } else {
                        high = middle;
                    }
                }
            }
        }
        return low;
    }

    /** The entries at some places, in no particular order. */
    public static List<Entry> at(Connection connection, List<Long> places) throws SQLException {
        if (places.isEmpty()) {
            return List.of();
        }
        String marks = String.join(", ", Collections.nCopies(places.size(), "?"));
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM entry WHERE place IN (" + marks + ")")) {
            for (int i = 0; i < places.size(); i++) {
                statement.setLong(i + 1, places.get(i));
            }
            return entries(statement);
        }
    }

    /** The entry at a place; null when there is none. */
    public static @Nullable Entry at(Connection connection, long place) throws SQLException {
        List<Entry> entries = ascending(connection, place, place, 1);
        return entries.isEmpty() ? null : entries.get(0);
    }

    /** The entry of an id; null when there is none. */
    public static @Nullable Entry of(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM entry WHERE id = ?")) {
            statement.setObject(1, id);
            List<Entry> entries = entries(statement);
            return entries.isEmpty() ? null : entries.get(0);
        }
    }

    /**
     * Entries of one chain, the first of them first.
     *
     * @param from first place, inclusive
     * @param to last place, inclusive
     * @param most how many at most
     */
    public static List<Entry> ascending(Connection connection, long from, long to, int most) throws SQLException {
        return between(connection, from, to, most, "ASC");
    }

    /** Entries of one chain, the last of them first; otherwise as {@link #ascending}. */
    public static List<Entry> descending(Connection connection, long from, long to, int most) throws SQLException {
        return between(connection, from, to, most, "DESC");
    }

    private static List<Entry> between(Connection connection, long from, long to, int most, String order)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM entry WHERE place BETWEEN ? AND ? ORDER BY place " + order + " LIMIT ?")) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            statement.setInt(3, most);
            return entries(statement);
        }
    }

    private static List<Entry> entries(PreparedStatement statement) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                entries.add(entry(row));
            }
        }
        return entries;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        long place = row.getLong(1);
        byte[] hash = row.getBytes(13);
        try {
            return new Entry(
                    place,
                    row.getLong(2),
                    new Draft(
                            Kind.of(row.getInt(3)),
                            Objects.requireNonNull(row.getObject(4, UUID.class)),
                            new Caller(asWritten(row.getString(5)), KnownBy.of(row.getInt(6))),
                            asWritten(row.getString(7)),
                            language(row.getInt(8)),
                            row.getLong(9),
                            Objects.requireNonNull(row.getBytes(10)),
                            Objects.requireNonNull(row.getBytes(11)),
                            row.getBytes(12)),
                    Objects.requireNonNull(hash));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new EntryUnreadable(place, hash, e);
        }
    }

    private static int language(int stored) {
        if ((byte) stored != stored) {
            throw new IllegalArgumentException("no language has this number");
        }
        return stored;
    }

    /** Text that would be something else as bytes, or as a caller's name, was never written: it hides a change. */
    private static String asWritten(@Nullable String text) {
        if (text == null || !new Caller(text, KnownBy.OPERATOR).name().equals(text)) {
            throw new IllegalArgumentException("a text is missing or is none that is ever written");
        }
        return text;
    }
}
