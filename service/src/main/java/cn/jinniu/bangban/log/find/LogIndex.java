package cn.jinniu.bangban.log.find;

import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Head;
import cn.jinniu.bangban.log.record.Kept;
import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.EntryTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Knows which entries have which terms: those in blocks by the database, the others by itself. Safe for many threads. */
public final class LogIndex {
    private final Inbox inbox = new Inbox();
    private final Supplier<List<Entry>> pending;
    private final int usual;
    private final Map<Integer, ChainIndex> chains = new HashMap<>();

    /** @param pending entries that were kept and that the database may not have yet, in order */
    public LogIndex(Supplier<List<Entry>> pending) {
        this(pending, Content.USUAL);
    }

    /** @param usual how many entries a block of the lowest level has, mostly */
    LogIndex(Supplier<List<Entry>> pending, int usual) {
        this.pending = pending;
        this.usual = usual;
    }

    /** Tells it what was kept; does not wait for anything. */
    public void took(List<Kept> batch) {
        batch.forEach(inbox::put);
    }

    /**
     * A chain at one time.
     *
     * @param blocks the last first
     * @param first place of the first entry that is in no block
     * @param next place of the entry that will come next
     * @param tail which entries that are in no block have all the terms, counted from the first
     * @param until how many of these were written before the time asked for
     */
    record View(List<Block> blocks, long first, long next, RoaringBitmap tail, int until) {}

    /**
     * How a chain is now.
     *
     * @param terms what entries must have
     * @param before when they must have been written, exclusive, in microseconds since 1970
     * @throws IndexBehind when too much is in no block yet
     */
    synchronized View view(Connection connection, int chain, List<Long> terms, long before)
            throws SQLException, IndexBehind {
        ChainIndex known = chain(chain);
        drain();
        refuseIfBehind(connection, known);
        List<Block> blocks = known.catchUp(connection, Tail.MOST);
        drain();
        Tail tail = known.tail();
        if (tail.count() == Tail.MOST) {
            throw new IndexBehind(tail.count());
        }
        RoaringBitmap having = null;
        for (long term : terms) {
            RoaringBitmap some = tail.having(term);
            having = having == null ? some : RoaringBitmap.and(having, some);
        }
        return new View(
                blocks, tail.first(), tail.next(), having == null ? new RoaringBitmap() : having, tail.before(before));
    }

    private void refuseIfBehind(Connection connection, ChainIndex known) throws SQLException, IndexBehind {
        Head head = EntryTable.head(connection, known.chain());
        if (head.place() - known.tail().next() >= ChainIndex.MOST_ON_THE_SPOT) {
            long behind = stored(connection, known.chain());
            if (behind > ChainIndex.MOST_ON_THE_SPOT) {
                throw new IndexBehind(behind);
            }
        }
    }

    /** How many entries are in the database and in no block. */
    private static long stored(Connection connection, int chain) throws SQLException {
        List<Block> blocks = BlockTable.live(connection, chain);
        Long first = EntryTable.first(connection, chain);
        long before = Math.max(blocks.isEmpty() ? 0 : blocks.get(0).last(), first == null ? 0 : first - 1);
        return first == null ? 0 : EntryTable.head(connection, chain).place() - before;
    }

    private ChainIndex chain(int chain) {
        return chains.computeIfAbsent(chain, id -> new ChainIndex(id, pending));
    }

    private void drain() {
        inbox.drain(item -> chain(Place.chain(item.place())).offer(item.place(), item.at(), item.known()));
    }

    /**
     * Looks at entries that are in no block and makes a block's content of the first of them.
     *
     * @return null when there are not enough
     */
    synchronized @Nullable Content next(Connection connection, int chain) throws SQLException {
        ChainIndex known = chain(chain);
        drain();
        // A chain that another replica goes on with is that one's to look after, as long as it does.
        int atLeast = known.isOffered() ? usual : usual * 3 / 2;
        if (!known.isOffered() && stored(connection, chain) < atLeast) {
            return null;
        }
        known.catchUp(connection, atLeast);
        drain();
        Tail tail = known.tail();
        if (tail.count() < atLeast && tail.keys() < Content.MANY) {
            return null;
        }
        // Only what the database has for good: what a block tells of must be there.
        long stored = EntryTable.head(connection, chain).place() - tail.first() + 1;
        int count = (int) Math.min(Math.min(tail.count(), usual), stored);
        return count < 1 ? null : Content.of(tail, count);
    }

    /** What is to become a block: its terms in order, with the entries that have them, counted from the first. */
    record Content(Block block, SortedMap<Long, RoaringBitmap> terms) {
        static final int USUAL = 1 << 14;
        static final long MANY = 2_000_000;

        static Content of(Tail tail, int count) {
            long last = tail.first() + count - 1;
            Block block = new Block(0, tail.first(), last, tail.at(tail.first()), tail.at(last));
            return new Content(block, tail.inOrder(count));
        }
    }
}
