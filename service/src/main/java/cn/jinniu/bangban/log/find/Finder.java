package cn.jinniu.bangban.log.find;

import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.store.ChainTable;
import cn.jinniu.bangban.log.store.EntryTable;
import cn.jinniu.bangban.log.store.LogDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds decisions on a log. */
public final class Finder {
    static final Comparator<Entry> NEWEST_FIRST =
            Comparator.comparingLong(Entry::at).thenComparingLong(Entry::place).reversed();

    private final LogDatabase database;
    private final LogIndex index;
    private final Supplier<List<Entry>> pending;

    /** @param pending entries that the database may not have yet, in order */
    public Finder(LogDatabase database, LogIndex index, Supplier<List<Entry>> pending) {
        this.database = database;
        this.index = index;
        this.pending = pending;
    }

    /** What a caller handed back is no cursor, or one of another search. */
    public static final class BadCursor extends Exception {
        private static final long serialVersionUID = 1L;

        BadCursor() {
            super("not a cursor of this search", null, false, false);
        }
    }

    /** The entry of an id; null when there is none. */
    public @Nullable Entry of(UUID id) throws SQLException {
        // In this order: on its way into the database it is in both.
        for (Entry entry : pending.get()) {
            if (entry.draft().id().equals(id)) {
                return entry;
            }
        }
        try (Connection connection = connect()) {
            return EntryTable.of(connection, id);
        }
    }

    /**
     * Begins a search, or goes on with one.
     *
     * @param cursor what a search with the same filter gave; null to begin
     * @param atATime about how many entries to have in memory
     * @throws IndexBehind when the log cannot be searched yet
     */
    public Search search(Filter filter, @Nullable String cursor, int atATime)
            throws SQLException, IndexBehind, BadCursor {
        SortedMap<Integer, Long> before = cursor == null ? null : Cursor.read(filter, cursor);
        Search search = new Search(this, filter, atATime);
        try (Connection connection = connect()) {
            for (int chain : ChainTable.all(connection).keySet()) {
                if (before == null || before.containsKey(chain)) {
                    search.add(chain, scan(connection, chain, filter, before == null ? null : before.get(chain)));
                }
            }
        }
        return search;
    }

    private ChainScan scan(Connection connection, int chain, Filter filter, @Nullable Long from)
            throws SQLException, IndexBehind {
        List<Long> terms = filter.terms();
        LogIndex.View view = index.view(connection, chain, terms, filter.before());
        long before = from != null ? from : ChainScan.before(connection, view, filter.before());
        return new ChainScan(database.dialect(), chain, terms, view, before, filter.since());
    }

    Connection connect() throws SQLException {
        return database.connect();
    }

    @Nullable
    Long first(Connection connection, int chain) throws SQLException {
        return EntryTable.first(connection, chain);
    }

    /** The entries at some places, in no particular order. */
    List<Entry> load(Connection connection, List<Long> places) throws SQLException {
        List<Entry> entries = new ArrayList<>(EntryTable.at(connection, places));
        if (entries.size() < places.size()) {
            Set<Long> missing = new HashSet<>(places);
            entries.forEach(entry -> missing.remove(entry.place()));
            for (Entry entry : pending.get()) {
                if (missing.remove(entry.place())) {
                    entries.add(entry);
                }
            }
            entries.addAll(EntryTable.at(connection, List.copyOf(missing))); // moved just now, perhaps
        }
        return entries;
    }
}
