package cn.jinniu.bangban.log.store;

import cn.jinniu.bangban.log.journal.Journal;
import cn.jinniu.bangban.log.journal.Recovered;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Head;
import cn.jinniu.bangban.log.record.Kept;
import cn.jinniu.bangban.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps entries in a folder, with nothing installed. The embedded database promises no durability and is slow to force to
 * the disk, so entries are kept by a journal first, and move into the database behind it, many at a time. Before the
 * first entry of a start the database need not even be open.
 */
public final class FolderStore implements EntryStore {
    private static final Logger LOG = LoggerFactory.getLogger(FolderStore.class);

    /** The one chain of a folder, for only one replica can have it. */
    public static final int CHAIN = 1;

    private final Path folder;
    private final int segmentSize;
    private final Consumer<List<Kept>> kept;
    private final Mover mover;

    private @Nullable FolderLock lock;
    private @Nullable Journal journal;
    private @Nullable Head last;

    /**
     * @param segmentSize bytes of a file of the journal
     * @param released is told how many bytes need not be held any longer
     * @param kept is told what was kept, in order
     * @param opened is told the database each time it is opened
     */
    public FolderStore(
            Path folder,
            int segmentSize,
            IntConsumer released,
            Consumer<List<Kept>> kept,
            Consumer<LogDatabase> opened) {
        this.folder = folder;
        this.segmentSize = segmentSize;
        this.kept = kept;
        this.mover = new Mover(folder, released, opened);
    }

    @Override
    public Head claim() throws StoreFailed {
        try {
            Head head = last;
            Journal open = journal;
            if (head == null || open == null) {
                head = openJournal();
            } else {
                open.begin(head);
            }
            last = head;
            return head;
        } catch (IOException e) {
            throw new StoreFailed(
                    "日志目录 " + folder + " 无法写入", "the log's folder " + folder + " cannot be written to", e);
        }
    }

    private Head openJournal() throws IOException, StoreFailed {
        if (lock == null) {
            lock = FolderLock.take(folder);
        }
        if (lock == null) {
            throw new StoreFailed(
                    "日志目录 " + folder + " 正被另一个进程使用", "the log's folder " + folder + " is used by another process");
        }
        Recovered recovered = Journal.read(folder);
        keepTorn(recovered.torn());
        Head head = recovered.head();
        if (head == null) {
            head = mover.hasDatabase() ? mover.headOfDatabase() : Head.none(CHAIN);
        }
        Journal opened = Journal.open(folder, recovered, segmentSize);
        opened.begin(head);
        journal = opened;
        mover.begin(opened, head, recovered);
        return head;
    }

    /** What was not written whole was not acknowledged; it is kept aside all the same, for those who want to look. */
    private void keepTorn(@Nullable Path torn) throws IOException {
        if (torn != null && Files.size(torn) > 0) {
            Path aside = torn.resolveSibling(torn.getFileName() + ".torn");
            Files.copy(torn, aside, StandardCopyOption.REPLACE_EXISTING);
            LOG.warn("The last write before the last stop did not reach {} whole; a copy is kept as {}", torn, aside);
        }
    }

    @Override
    public void append(Head head, List<Kept> batch) throws StoreFailed {
        Journal to = journal;
        if (to == null) {
            throw new StoreFailed("日志目录 " + folder + " 没有打开", "the log's folder " + folder + " is not open");
        }
        try {
            to.append(head, batch);
        } catch (IOException e) {
            throw new StoreFailed(
                    "日志目录 " + folder + " 写不进去", "the log's folder " + folder + " did not take an entry", e);
        }
        Entry entry = batch.get(batch.size() - 1).entry();
        last = Head.of(entry);
        mover.add(batch);
        kept.accept(batch);
    }

    /** Never: the journal goes on in a file of its own behind what it is certain of. */
    @Override
    public boolean tookAfterAll(List<Kept> batch) {
        return false;
    }

    /** Lets the database be opened, which waits until nobody waits for the start. */
    public void openDatabase() {
        mover.openDatabase();
    }

    @Override
    public List<Entry> pending() {
        return mover.pending();
    }

    @Override
    public @Nullable Text trouble() {
        return mover.trouble();
    }

    @Override
    public void close() {
        mover.close();
        try {
            if (journal != null) {
                journal.close();
            }
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            LOG.warn("The log's folder {} could not be closed", folder, e);
        }
    }
}
