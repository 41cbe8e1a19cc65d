package cn.jinniu.bangban.log.find;

import cn.jinniu.bangban.log.store.ChainTable;
import cn.jinniu.bangban.log.store.EntryTable;
import cn.jinniu.bangban.log.store.LogDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes blocks of the entries that are in none, and larger ones of many. Each comes into the database as a whole or not at
 * all, so it may be stopped at any time, and goes on where the blocks end. Several may work on one log: of two that make
 * the same block one is refused, and looks again.
 */
public final class Indexer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);

    /** So many neighbours of one level become one of the next. */
    private static final int MERGED = 8;

    private static final int HIGHEST_LEVEL = 2;
    private static final long EVERY_MILLIS = 500;
    /** SQL states of this kind say that what was to be inserted is there. */
    private static final String IS_THERE = "23";

    private final LogIndex index;
    private final Supplier<@Nullable LogDatabase> databases;
    private final Object waiting = new Object();
    private volatile boolean closing;
    private @Nullable Thread thread;

    /**
     * @param databases the database; null while it is not open
     */
    public Indexer(LogIndex index, Supplier<@Nullable LogDatabase> databases) {
        this.index = index;
        this.databases = databases;
    }

    /** Begins to work, on a thread of its own. */
    public void start() {
        Thread indexer = new Thread(this::run, "log-indexer");
        indexer.setDaemon(true);
        indexer.setPriority(Thread.MIN_PRIORITY);
        thread = indexer;
        indexer.start();
    }

    private void run() {
        boolean failing = false;
        while (!closing) {
            LogDatabase database = databases.get();
            try {
                if (database != null) {
                    all(database, entries -> {});
                }
                failing = false;
            } catch (SQLException | RuntimeException e) {
                if (!failing && !closing) {
                    LOG.warn("The index of the log is not made for now; nothing is lost by that: {}", e.getMessage());
                }
                failing = true;
            }
            pause();
        }
    }

    private void pause() {
        synchronized (waiting) {
            try {
                if (!closing) {
                    TimeUnit.MILLISECONDS.timedWait(waiting, EVERY_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                closing = true;
            }
        }
    }

    /**
     * Makes all blocks that can be made now.
     *
     * @param progress is told how many entries went into blocks
     */
    public void all(LogDatabase database, LongConsumer progress) throws SQLException {
        try (Connection connection = database.connect()) {
            for (int chain : ChainTable.all(connection).keySet()) {
                long done = 0;
                Block made;
                do {
                    made = next(connection, chain);
                    if (made != null) {
                        done += made.last() - made.first() + 1;
                        progress.accept(done);
                    }
                } while (made != null && !closing);
            }
        }
    }

    /** Makes the index anew, as when it was changed; otherwise as {@link #all}. */
    public void anew(LogDatabase database, LongConsumer progress) throws SQLException {
        try (Connection connection = database.connect()) {
            for (int chain : ChainTable.all(connection).keySet()) {
                attempt(connection, () -> BlockTable.removeAll(connection, chain));
            }
        }
        all(database, progress);
    }

    /** Makes a block, and larger ones if it completes them; null when there was nothing to make. */
    private @Nullable Block next(Connection connection, int chain) throws SQLException {
        LogIndex.Content content = index.next(connection, chain);
        if (content == null) {
            return null;
        }
        if (!attempt(connection, () -> insert(connection, content))) {
            return null; // it will have come into sight when this looks again
        }
        mergeAll(connection, chain);
        return content.block();
    }

    private static void insert(Connection connection, LogIndex.Content content) throws SQLException {
        PageWriter writer = new PageWriter(connection, content.block());
        for (Map.Entry<Long, RoaringBitmap> term : content.terms().entrySet()) {
            writer.write(term.getKey(), term.getValue());
        }
        writer.finish();
    }

    private void mergeAll(Connection connection, int chain) throws SQLException {
        for (int level = 0; level < HIGHEST_LEVEL && !closing; level++) {
            List<Block> neighbours = ofLevel(BlockTable.live(connection, chain), level);
            if (neighbours.size() == MERGED) {
                attempt(connection, () -> merge(connection, neighbours));
            }
        }
        for (Block retired : BlockTable.retired(connection, chain)) {
            attempt(connection, () -> BlockTable.remove(connection, retired));
        }
        removePruned(connection, chain);
    }

    /** The first blocks of a level, as many as are merged; fewer when there are not enough. */
    private static List<Block> ofLevel(List<Block> blocks, int level) {
        List<Block> neighbours = new ArrayList<>();
        for (int i = blocks.size() - 1; i >= 0 && neighbours.size() < MERGED; i--) {
            Block block = blocks.get(i);
            if (block.level() == level) {
                neighbours.add(block);
            } else {
                neighbours.clear(); // something else lies between
            }
        }
        return neighbours;
    }

    private static void merge(Connection connection, List<Block> blocks) throws SQLException {
        Block first = blocks.get(0);
        Block last = blocks.get(blocks.size() - 1);
        Block merged = new Block(first.level() + 1, first.first(), last.last(), first.firstAt(), last.lastAt());
        BlockMerge.merge(connection, blocks, merged);
        for (Block block : blocks) {
            BlockTable.retire(connection, block);
        }
    }

    /** Entries that were removed need not be found. */
    private static void removePruned(Connection connection, int chain) throws SQLException {
        Long first = EntryTable.first(connection, chain);
        List<Block> blocks = BlockTable.live(connection, chain);
        for (Block block : blocks) {
            boolean newest = block.equals(blocks.get(0)); // it says where the index ends
            if (first != null && block.last() < first && !newest) {
                attempt(connection, () -> BlockTable.remove(connection, block));
            }
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    /** Does all of a work or nothing; false when another has done the same. */
    private static boolean attempt(Connection connection, Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
            return true;
        } catch (SQLException e) {
            connection.rollback();
            if (e.getSQLState() != null && e.getSQLState().startsWith(IS_THERE)) {
                return false;
            }
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Stops; what is under way is finished or undone. */
    @Override
    public void close() {
        closing = true;
        synchronized (waiting) {
            waiting.notifyAll();
        }
        Thread running = thread;
        if (running != null) {
            try {
                running.join(TimeUnit.SECONDS.toMillis(30));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
