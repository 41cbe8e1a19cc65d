package cn.jinniu.bangban.log;

import cn.jinniu.bangban.log.find.EntryTerms;
import cn.jinniu.bangban.log.find.Finder;
import cn.jinniu.bangban.log.find.Indexer;
import cn.jinniu.bangban.log.find.LogIndex;
import cn.jinniu.bangban.log.record.Draft;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.FoundBy;
import cn.jinniu.bangban.log.record.Head;
import cn.jinniu.bangban.log.store.EntryStore;
import cn.jinniu.bangban.log.store.FolderStore;
import cn.jinniu.bangban.log.store.LogDatabase;
import cn.jinniu.bangban.log.store.LogLocation;
import cn.jinniu.bangban.log.store.ServerStore;
import cn.jinniu.bangban.log.store.StoreFailed;
import cn.jinniu.bangban.text.Text;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A log that is being written. What a {@link Receipt} was waited for is kept for good: it survives the end of the process
 * and a loss of power. Safe for many threads.
 */
public final class DecisionLog implements AutoCloseable {
    /** Bytes that entries may take on their way into the database. */
    private static final int ROOM = 64 * 1024 * 1024;

    private static final int SEGMENT = 16 * 1024 * 1024;

    /** How long who looks for entries waits for a database that is only just being opened. */
    private static final long PATIENCE_SECONDS = 5;

    private final EntryStore store;
    private final LogWriter writer;
    private final LogIndex index;
    private final Indexer indexer;
    private final CountDownLatch openedOnce = new CountDownLatch(1);
    private volatile @Nullable LogDatabase database;

    private DecisionLog(LogLocation location, Clock clock) {
        Semaphore room = new Semaphore(ROOM);
        index = new LogIndex(this::pending);
        if (location instanceof LogLocation.Folder folder) {
            store = new FolderStore(folder.path(), SEGMENT, room::release, index::took, this::opened);
        } else if (location instanceof LogLocation.Server server) {
            store = new ServerStore(server, room::release, index::took, this::opened);
        } else {
            throw new IllegalArgumentException("no log is kept");
        }
        writer = start(store, clock, room);
        indexer = new Indexer(index, () -> database);
        indexer.start();
    }

    /** Entries that were kept and that the database may not have yet, in order. */
    public List<Entry> pending() {
        return store.pending();
    }

    private void opened(LogDatabase open) {
        database = open;
        openedOnce.countDown();
    }

    private static LogWriter start(EntryStore store, Clock clock, Semaphore room) {
        Head head = null;
        Text trouble = null;
        try {
            head = store.claim();
        } catch (StoreFailed e) {
            trouble = e.text();
        }
        return new LogWriter(store, head, trouble, clock, room, ROOM);
    }

    /**
     * Opens a log. Whether it can be written shows in {@link #trouble}; where it cannot, it is tried again until it can.
     *
     * @param location anywhere but off
     * @param clock says when entries are written
     */
    public static DecisionLog open(LogLocation location, Clock clock) {
        return new DecisionLog(location, clock);
    }

    /** Says that whoever waited for the start waits no longer: what was put off until then is done now. */
    public void started() {
        if (store instanceof FolderStore folder) {
            folder.openDatabase();
        }
    }

    /**
     * Begins to keep an entry.
     *
     * @throws LogUnavailable when it cannot be kept now
     */
    public Receipt keep(Draft draft) throws LogUnavailable {
        return writer.take(draft, null, null);
    }

    /** Begins to keep an entry of which is known what it is found by (see {@link EntryTerms}); otherwise as {@link #keep(Draft)}. */
    public Receipt keep(Draft draft, FoundBy foundBy) throws LogUnavailable {
        return writer.take(draft, null, foundBy);
    }

    /** Begins to keep an entry with what is known by its own hash; otherwise as {@link #keep(Draft)}. */
    public Receipt keep(Draft draft, byte[] attachment) throws LogUnavailable {
        return writer.take(draft, attachment, null);
    }

    /** Why nothing can be kept now; null when it can. */
    public @Nullable Text trouble() {
        return writer.trouble();
    }

    /**
     * The entry of an id; null when there is none. One that was waited for is there from then on.
     *
     * @throws LogUnavailable when the database does not open and it is not among the latest
     */
    public @Nullable Entry of(UUID id) throws LogUnavailable, SQLException {
        for (Entry entry : pending()) {
            if (entry.draft().id().equals(id)) {
                return entry;
            }
        }
        return finder().of(id);
    }

    /**
     * Finds entries; one that was waited for is found from then on.
     *
     * @throws LogUnavailable when the database does not open
     */
    public Finder finder() throws LogUnavailable {
        return new Finder(database(), index, this::pending);
    }

    /**
     * The database. Just after a start it is waited for, as it is opened when the service decides already.
     *
     * @throws LogUnavailable when it does not open
     */
    public LogDatabase database() throws LogUnavailable {
        try {
            if (trouble() == null) {
                openedOnce.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LogWriter.interrupted();
        }
        LogDatabase open = database;
        if (open == null) {
            Text trouble = trouble();
            throw new LogUnavailable(
                    trouble == null ? new Text("日志的数据库尚未打开", "the log's database is not open yet") : trouble);
        }
        return open;
    }

    /** Keeps what was taken, and closes. */
    @Override
    public void close() {
        writer.close();
        indexer.close();
        store.close();
    }
}
