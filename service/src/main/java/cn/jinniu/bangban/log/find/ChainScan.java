package cn.jinniu.bangban.log.find;

import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.EntryTable;
import cn.jinniu.bangban.log.store.LogDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;

/** Gives the places of a chain's entries that have some terms, the last first. */
final class ChainScan {
    /** So many blocks are looked at together at most; the first ones singly, for they mostly have enough. */
    private static final int MOST_AT_ONCE = 32;

    private static final long EVERY_ENTRY = 1L << Integer.SIZE;

    private final LogDatabase.Dialect dialect;
    private final int chain;
    private final List<Long> terms;
    private final long since;

    private final Deque<Block> blocks = new ArrayDeque<>();
    /** Found and not given yet: of each run of entries where it begins, and what was found in it. */
    private final Deque<Found> found = new ArrayDeque<>();

    private int atOnce = 1;
    private long before;
    private @Nullable IntIterator current;
    private long currentFirst;

    private record Found(long first, RoaringBitmap entries) {}

    /**
     * @param view the chain as it is now
     * @param before the place before which it begins
     * @param since when entries must have been written, inclusive: blocks whose entries all were before are left out
     */
    ChainScan(LogDatabase.Dialect dialect, int chain, List<Long> terms, LogIndex.View view, long before, long since) {
        this.dialect = dialect;
        this.chain = chain;
        this.terms = terms;
        this.before = before;
        this.since = since;
        blocks.addAll(view.blocks());
        if (!view.tail().isEmpty() && before > view.first()) {
            found.add(new Found(view.first(), view.tail()));
        }
    }

    /**
     * The place before which to begin, so that everything was written before a time.
     *
     * @param time in microseconds since 1970, exclusive
     */
    static long before(Connection connection, LogIndex.View view, long time) throws SQLException {
        if (view.until() > 0) {
            return view.first() + view.until();
        }
        for (Block block : view.blocks()) {
            if (block.lastAt() < time) {
                return block.last() + 1;
            } else if (block.firstAt() < time) {
                return EntryTable.firstSince(connection, block.first(), block.last(), time);
            }
        }
        return Place.start(Place.chain(view.first()));
    }

    /** The place before which it goes on. */
    long before() {
        return before;
    }

    /** The next places, as many as asked for; fewer when there are no more. */
    List<Long> next(Connection connection, int most) throws SQLException {
        List<Long> places = new ArrayList<>();
        while (places.size() < most) {
            IntIterator from = current;
            if (from != null && from.hasNext()) {
                before = currentFirst + from.next();
                places.add(before);
            } else if (!found.isEmpty()) {
                Found next = found.remove();
                currentFirst = next.first();
                next.entries().remove(Math.max(0, before - currentFirst), EVERY_ENTRY);
                current = next.entries().getReverseIntIterator();
            } else if (!lookFurther(connection)) {
                break;
            }
        }
        return places;
    }

    /** Looks at more blocks; false when there are none. */
    private boolean lookFurther(Connection connection) throws SQLException {
        List<Block> some = new ArrayList<>();
        while (!blocks.isEmpty() && some.size() < atOnce) {
            Block block = blocks.remove();
            if (block.lastAt() < since) {
                blocks.clear();
            } else if (block.first() < before) {
                some.add(block);
            }
        }
        if (some.isEmpty()) {
            return false;
        }
        atOnce = Math.min(2 * atOnce, MOST_AT_ONCE);
        try {
            Map<Block, RoaringBitmap> having = having(connection, some);
            for (Block block : some) {
                RoaringBitmap entries = having.get(block);
                if (entries != null && !entries.isEmpty()) {
                    found.add(new Found(block.first(), entries));
                }
            }
        } catch (BlockTable.Vanished e) {
            blocks.clear();
            blocks.addAll(BlockTable.live(connection, chain));
        }
        return true;
    }

    private Map<Block, RoaringBitmap> having(Connection connection, List<Block> some)
            throws SQLException, BlockTable.Vanished {
        List<Block> left = some;
        Map<Block, RoaringBitmap> having = new HashMap<>();
        for (int i = 0; i < terms.size() && !left.isEmpty(); i++) {
            Map<Block, RoaringBitmap> more = BlockTable.having(connection, dialect, left, terms.get(i));
            if (i > 0) {
                for (Map.Entry<Block, RoaringBitmap> one : more.entrySet()) {
                    one.getValue().and(having.get(one.getKey()));
                }
            }
            more.values().removeIf(RoaringBitmap::isEmpty);
            having = more;
            left = List.copyOf(more.keySet());
        }
        return having;
    }
}
