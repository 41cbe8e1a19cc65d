package cn.jinniu.bangban.log.find;

import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.FoundBy;
import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.EntryTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is known of one chain's entries: which blocks there are, and the tail. Guarded by itself. */
final class ChainIndex {
    /** Looking at so many entries on the spot takes about a second. */
    static final int MOST_ON_THE_SPOT = 1 << 15;

    private static final int AT_A_TIME = 500;

    private final int chain;
    private final Supplier<List<Entry>> pending;
    private @Nullable Tail tail;
    /** Whether something that was offered could not be taken, as when what comes before it was not there yet. */
    private boolean missed = true;

    private boolean offered;

    /** @param pending entries that the database may not have yet, in order */
    ChainIndex(int chain, Supplier<List<Entry>> pending) {
        this.chain = chain;
        this.pending = pending;
    }

    int chain() {
        return chain;
    }

    /** Takes what the next entry is found by, if it is the next. */
    void offer(long place, long at, FoundBy foundBy) {
        offered = true;
        Tail to = tail;
        if (to == null || place > to.next() || to.count() == Tail.MOST) {
            missed = true;
        } else if (place == to.next()) {
            to.add(at, foundBy);
        }
    }

    /** Whether its entries come from this process. */
    boolean isOffered() {
        return offered;
    }

    /**
     * Looks at what it does not know yet.
     *
     * @param most entries that the tail may have; beyond that nothing is looked at
     * @return the blocks, the last first; the tail goes on behind them
     */
    List<Block> catchUp(Connection connection, int most) throws SQLException {
        List<Block> blocks = BlockTable.live(connection, chain);
        Tail to = behind(
                connection,
                blocks.isEmpty() ? Place.start(chain) + 1 : blocks.get(0).last() + 1);
        List<Entry> waiting = missed ? pending.get() : List.of();
        boolean more = true;
        while (more && to.count() < most) {
            List<Entry> entries = EntryTable.ascending(
                    connection, to.next(), Place.end(chain), Math.min(AT_A_TIME, most - to.count()));
            for (Entry entry : entries) {
                to = add(to, entry);
            }
            more = !entries.isEmpty();
        }
        for (Entry entry : waiting) {
            if (Place.chain(entry.place()) == chain && entry.place() == to.next() && to.count() < most) {
                to = add(to, entry);
            }
        }
        tail = to;
        missed = more;
        return blocks;
    }

    /** The tail, which begins at a place, or behind it where nothing lies between. */
    private Tail behind(Connection connection, long place) throws SQLException {
        Tail known = tail;
        if (known != null
                && known.first() > place
                && !EntryTable.ascending(connection, place, known.first() - 1, 1)
                        .isEmpty()) {
            return new Tail(place); // the index was thrown away
        }
        if (known == null || known.next() <= place) {
            return known != null && known.next() == place && known.count() == 0 ? known : new Tail(place);
        }
        if (known.first() < place) {
            known.drop((int) (place - known.first()));
        }
        return known;
    }

    private static Tail add(Tail to, Entry entry) {
        Tail tail = to;
        if (entry.place() > tail.next() && tail.count() == 0) {
            tail = new Tail(entry.place()); // what was before is gone by sign-off
        }
        while (tail.next() < entry.place() && tail.count() < Tail.MOST - 1) {
            tail.add(entry.at(), FoundBy.NOTHING);
        }
        if (tail.next() == entry.place()) {
            tail.add(entry.at(), EntryTerms.of(entry));
        }
        return tail;
    }

    /** The tail as of the last time it caught up. */
    Tail tail() {
        Tail known = tail;
        return known == null ? new Tail(Place.start(chain) + 1) : known;
    }
}
