package cn.jinniu.bangban.log.store;

import cn.jinniu.bangban.log.journal.Journal;
import cn.jinniu.bangban.log.journal.Recovered;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Head;
import cn.jinniu.bangban.log.record.Kept;
import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.h2.tools.Server;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves entries from a journal into the embedded database, on a thread of its own, many in one transaction. */
final class Mover implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Mover.class);

    /** Few large transactions cost the embedded database far less than many small ones. */
    private static final int USUAL = 512;

    private static final int MOST = 2048;
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long RETRY = TimeUnit.MILLISECONDS.toNanos(500);

    private final Path folder;
    private final IntConsumer released;
    private final Consumer<LogDatabase> opened;

    /** Guarded by itself, like all that is not final here. */
    private final Deque<Kept> pending = new ArrayDeque<>();

    private @Nullable Thread thread;
    private boolean mayOpen;
    private boolean closing;
    private @Nullable Head last;
    /** The entry ahead of the journal's first; the database must have it. */
    private @Nullable Head base;

    private volatile @Nullable Text trouble;

    /** Only the thread's. */
    private @Nullable LogDatabase database;

    private @Nullable Server shared;
    private @Nullable Journal journal;
    /** Nobody asked for room for entries up to this place. */
    private long recovered;

    private int failures;

    Mover(Path folder, IntConsumer released, Consumer<LogDatabase> opened) {
        this.folder = folder;
        this.released = released;
        this.opened = opened;
    }

    /**
     * Moves all that a stopped process left in a folder's journal.
     *
     * @return the file whose last write did not reach the disk whole; null when all did
     */
    static @Nullable Path moveAll(Path folder) throws IOException, StoreFailed {
        Recovered recovered = Journal.read(folder);
        Mover mover = new Mover(folder, bytes -> {}, opened -> {});
        try {
            synchronized (mover.pending) {
                mover.pending.addAll(recovered.entries());
                mover.last = recovered.head();
                mover.base = recovered.base();
            }
            while (!mover.pending().isEmpty()) {
                mover.move(mover.take());
            }
        } catch (SQLException e) {
            throw new StoreFailed("日志数据库收不进流水文件里的内容", "the log's database does not take what its journal holds", e);
        } finally {
            mover.shut();
        }
        return recovered.torn();
    }

    boolean hasDatabase() {
        return Files.exists(file());
    }

    /** Opens the database, which has all there is, and tells its last entry. */
    Head headOfDatabase() throws StoreFailed {
        LogDatabase open = open();
        try (Connection connection = open.connect()) {
            return EntryTable.head(connection, FolderStore.CHAIN);
        } catch (SQLException e) {
            throw new StoreFailed("日志数据库无法读取", "the log's database cannot be read", e);
        }
    }

    /**
     * Begins to move.
     *
     * @param head the last entry there is
     * @param recovered what the journal held when it was opened; some of it may be in the database
     */
    void begin(Journal journal, Head head, Recovered recovered) {
        this.journal = journal;
        if (database != null) {
            share();
        }
        this.recovered = head.place();
        synchronized (pending) {
            last = head;
            base = recovered.base();
            pending.addAll(recovered.entries());
            mayOpen |= database != null;
        }
        Thread mover = new Thread(this::run, "log-mover");
        mover.setDaemon(true);
        thread = mover;
        mover.start();
    }

    void add(List<Kept> batch) {
        synchronized (pending) {
            boolean wake = pending.isEmpty() || pending.size() < USUAL && pending.size() + batch.size() >= USUAL;
            pending.addAll(batch);
            last = Head.of(batch.get(batch.size() - 1).entry());
            if (wake) {
                pending.notifyAll();
            }
        }
    }

    void openDatabase() {
        synchronized (pending) {
            mayOpen = true;
            pending.notifyAll();
        }
    }

    List<Entry> pending() {
        synchronized (pending) {
            return pending.stream().map(Kept::entry).toList();
        }
    }

    @Nullable
    Text trouble() {
        return trouble;
    }

    private void run() {
        boolean more = true;
        while (more) {
            try {
                more = awaitWork();
                move(take());
                failures = 0;
                trouble = null;
            } catch (SQLException | StoreFailed | IOException | RuntimeException e) {
                more = failed(e);
            } catch (InterruptedException e) {
                LOG.warn("Moving entries into the log's database was interrupted; they stay in the journal");
                more = false;
            }
        }
        shut();
    }

    /** Whether to go on after a failure: always, unless the service stops, for what is left stays in the journal. */
    private boolean failed(Exception e) {
        shut();
        failures++;
        if (failures == 1) {
            return true; // at once, with a new connection
        }
        if (failures == 2) {
            LOG.error("The log's database in {} does not take entries; no decisions until it does", folder, e);
        }
        trouble = e instanceof StoreFailed failed
                ? failed.text()
                : new StoreFailed("日志数据库写不进去", "the log's database does not take entries", e).text();
        synchronized (pending) {
            try {
                if (!closing) {
                    TimeUnit.NANOSECONDS.timedWait(pending, RETRY);
                }
            } catch (InterruptedException interrupted) {
                return false;
            }
            return !closing;
        }
    }

    /** Waits until there is enough to move, or little has waited long enough. */
    private boolean awaitWork() throws InterruptedException {
        synchronized (pending) {
            while (!closing && (!mayOpen || pending.isEmpty() && database != null)) {
                pending.wait();
            }
            long end = System.nanoTime() + PATIENCE;
            while (!closing && !pending.isEmpty() && pending.size() < USUAL) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    break;
                }
                TimeUnit.NANOSECONDS.timedWait(pending, Math.max(left, 1_000_000));
            }
            return !closing || pending.size() > MOST;
        }
    }

    private List<Kept> take() {
        synchronized (pending) {
            List<Kept> batch = new ArrayList<>();
            int size = 0;
            for (Kept one : pending) {
                if (batch.size() == (closing ? Integer.MAX_VALUE : MOST) || size > MOST_BYTES) {
                    break;
                }
                batch.add(one);
                size += one.size();
            }
            return batch;
        }
    }

    private void move(List<Kept> batch) throws SQLException, StoreFailed, IOException {
        LogDatabase to = database;
        if (to == null) {
            if (batch.isEmpty() && isClosing()) {
                return;
            }
            to = open();
        } else if (!Files.exists(file())) {
            throw new NoSuchFileException(file().toString());
        }
        if (batch.isEmpty()) {
            return;
        }
        try (Connection connection = to.connect()) {
            connection.setAutoCommit(false);
            Head head = EntryTable.head(connection, FolderStore.CHAIN);
            List<Kept> missing = missing(batch, head);
            if (!missing.isEmpty()) {
                EntryTable.insert(connection, missing);
                connection.commit();
                to.force(connection);
            }
        }
        moved(batch);
    }

    /** What of a batch the database has not got; all before it must be there. */
    private static List<Kept> missing(List<Kept> batch, Head head) throws StoreFailed {
        long first = batch.get(0).entry().place();
        if (head.place() < first - 1) {
            throw missingBetween(head, Place.number(first));
        }
        int known = (int) Math.min(head.place() - first + 1, batch.size());
        if (known > 0 && known < batch.size() || known == batch.size() && head.place() == first + known - 1) {
            Entry entry = batch.get(known - 1).entry();
            if (!Arrays.equals(entry.hash(), head.hash())) {
                throw anotherEntry(entry.place());
            }
        }
        return batch.subList(known, batch.size());
    }

    private static StoreFailed missingBetween(Head head, long next) {
        long last = Place.number(head.place());
        return new StoreFailed(
                "日志数据库到第 " + last + " 条为止，流水文件从第 " + next + " 条开始：中间缺失，例如换回了旧的副本",
                "the log's database ends at number " + last + " and its journal begins at number " + next
                        + ": entries are missing, as when an old copy was put back");
    }

    private void moved(List<Kept> batch) throws IOException {
        long place = batch.get(batch.size() - 1).entry().place();
        synchronized (pending) {
            for (int i = 0; i < batch.size(); i++) {
                pending.remove();
            }
        }
        released.accept(batch.stream()
                .filter(one -> one.entry().place() > recovered)
                .mapToInt(Kept::size)
                .sum());
        Journal from = journal;
        if (from != null) {
            from.release(place);
            from.prepare();
        }
    }

    private Path file() {
        return folder.resolve("log.mv.db");
    }

    private LogDatabase open() throws StoreFailed {
        LogDatabase fresh = EmbeddedDatabase.open(folder);
        try (Connection connection = fresh.connect()) {
            if (!ChainTable.all(connection).containsKey(FolderStore.CHAIN)) {
                ChainTable.add(connection, FolderStore.CHAIN);
            }
            Head head = EntryTable.head(connection, FolderStore.CHAIN);
            checkBase(connection, head);
            if (goesBeyondAll(head)) {
                throw new StoreFailed("日志数据库的末尾超出了流水文件", "the log's database goes on behind the end of its journal");
            }
        } catch (SQLException e) {
            fresh.close();
            throw new StoreFailed("日志数据库无法读取", "the log's database cannot be read", e);
        } catch (StoreFailed e) {
            fresh.close();
            throw e;
        }
        database = fresh;
        share();
        opened.accept(fresh);
        return fresh;
    }

    private void share() {
        if (journal == null) {
            return; // the service does not run yet
        }
        try {
            shared = EmbeddedDatabase.share(folder);
        } catch (IOException | SQLException e) {
            LOG.warn("Commands cannot look at the log in {} while the service runs", folder, e);
        }
    }

    private void checkBase(Connection connection, Head head) throws SQLException, StoreFailed {
        Head begins;
        synchronized (pending) {
            begins = base;
        }
        if (begins == null || Place.number(begins.place()) == 0) {
            return;
        }
        if (head.place() < begins.place()) {
            throw missingBetween(head, Place.number(begins.place()) + 1);
        }
        byte[] hash = EntryTable.hash(connection, begins.place());
        if (hash != null && !Arrays.equals(hash, begins.hash())) {
            throw anotherEntry(begins.place());
        }
    }

    private static StoreFailed anotherEntry(long place) {
        long number = Place.number(place);
        return new StoreFailed(
                "第 " + number + " 条在日志数据库与流水文件中不同",
                "number " + number + " is another entry in the log's database than in its journal");
    }

    private boolean goesBeyondAll(Head head) {
        synchronized (pending) {
            return last != null && head.place() > last.place();
        }
    }

    private boolean isClosing() {
        synchronized (pending) {
            return closing;
        }
    }

    private void shut() {
        LogDatabase open = database;
        database = null;
        if (shared != null) {
            shared.stop();
            shared = null;
        }
        if (open != null) {
            open.close();
        }
    }

    /** Moves what is left, if it can be moved. */
    @Override
    public void close() {
        synchronized (pending) {
            closing = true;
            pending.notifyAll();
        }
        Thread running = thread;
        try {
            if (running != null) {
                running.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        shut();
    }
}
