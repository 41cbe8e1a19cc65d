package cn.jinniu.bangban.log.find;

import cn.jinniu.bangban.log.record.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives what meets a filter, the newest first, of all chains together, a few in memory at a time. What is kept after it
 * began is not given. Holds no connection between calls.
 */
public final class Search {
    private final Finder finder;
    private final Filter filter;
    private final int atATime;
    private final List<Stream> streams = new ArrayList<>();

    /** Where it stands in one chain. */
    private static final class Stream {
        final int chain;
        final ChainScan scan;
        final Deque<Entry> ready = new ArrayDeque<>();
        long before;
        boolean ended;

        Stream(int chain, ChainScan scan) {
            this.chain = chain;
            this.scan = scan;
            this.before = scan.before();
        }
    }

    Search(Finder finder, Filter filter, int atATime) {
        this.finder = finder;
        this.filter = filter;
        this.atATime = atATime;
    }

    void add(int chain, ChainScan scan) {
        streams.add(new Stream(chain, scan));
    }

    /** The next entry; null when there are no more. */
    public @Nullable Entry next() throws SQLException {
        Stream from = newest();
        if (from == null) {
            return null;
        }
        Entry entry = from.ready.remove();
        from.before = entry.place();
        return entry;
    }

    /** Where to go on behind the last entry given; null when there are no more. */
    public @Nullable String cursor() throws SQLException {
        if (newest() == null) {
            return null;
        }
        Map<Integer, Long> before = new TreeMap<>();
        streams.forEach(stream -> before.put(stream.chain, stream.before));
        return Cursor.of(filter, before);
    }

    /** The stream whose next entry was written last of all. */
    private @Nullable Stream newest() throws SQLException {
        Stream newest = null;
        for (Stream stream : streams) {
            if (stream.ready.isEmpty() && !stream.ended) {
                try (Connection connection = finder.connect()) {
                    fill(connection, stream);
                }
            }
            Entry entry = stream.ready.peek();
            if (entry != null && (newest == null || Finder.NEWEST_FIRST.compare(entry, newest.ready.element()) < 0)) {
                newest = stream;
            }
        }
        return newest;
    }

    private void fill(Connection connection, Stream stream) throws SQLException {
        int most = Math.max(1, atATime / streams.size());
        while (stream.ready.isEmpty() && !stream.ended) {
            List<Long> places = stream.scan.next(connection, most);
            stream.ended = places.size() < most;
            Map<Long, Entry> entries = new HashMap<>();
            finder.load(connection, places).forEach(entry -> entries.put(entry.place(), entry));
            for (long place : places) {
                Entry entry = entries.get(place);
                if (entry != null && entry.at() < filter.since()) {
                    stream.ended = true;
                    return;
                } else if (entry != null) {
                    stream.ready.add(entry); // others were removed on purpose
                }
            }
            endWithTheChain(connection, stream, places, entries);
        }
    }

    /** What stood before the first entry there is was removed on purpose, and need not be looked for. */
    private void endWithTheChain(Connection connection, Stream stream, List<Long> places, Map<Long, Entry> entries)
            throws SQLException {
        if (entries.size() < places.size()) {
            Long first = finder.first(connection, stream.chain);
            if (first == null || places.get(places.size() - 1) <= first) {
                stream.ended = true;
            }
        }
    }
}
