package cn.jinniu.bangban.log;

import cn.jinniu.bangban.log.record.Chain;
import cn.jinniu.bangban.log.record.Draft;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.FoundBy;
import cn.jinniu.bangban.log.record.Head;
import cn.jinniu.bangban.log.record.Kept;
import cn.jinniu.bangban.log.store.EntryStore;
import cn.jinniu.bangban.log.store.StoreFailed;
import cn.jinniu.bangban.text.Text;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a replica's entries, on a thread of its own. All that came while the last write was under way goes out with the
 * next, so many callers share one forced write. Holds no more than a bounded amount: beyond it callers wait, and then are
 * refused.
 */
final class LogWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);

    private static final int MOST_WAITING = 8192;
    private static final int MOST_AT_ONCE = 1024;
    private static final int MOST_BYTES_AT_ONCE = 4 * 1024 * 1024;
    private static final long PATIENCE_MILLIS = 5_000;
    private static final long RETRY_FOR_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long RETRY_EVERY_MILLIS = 100;
    private static final long RECOVER_EVERY_MILLIS = 500;

    private static final Text BEHIND = new Text("日志来不及写", "the log cannot keep up");
    private static final Text STOPPING = new Text("服务正在停止", "the service stops");
    private static final Text ENDED = new Text("日志已不再写入", "the log is not written any more");

    private final EntryStore store;
    private final Clock clock;
    private final Semaphore room;
    private final int allRoom;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread = new Thread(this::run, "log-writer");

    private volatile @Nullable Text trouble;
    private volatile boolean closing;
    private Head head;

    private record Waiting(
            Draft draft,
            byte[] digest,
            byte @Nullable [] attachment,
            @Nullable FoundBy foundBy,
            int size,
            CompletableFuture<Entry> done) {}

    /** The end of a chain, and whether the store took what was uncertain. */
    private record Claimed(Head head, boolean took) {}

    /**
     * @param head the end of the chain the store claimed; null when it could not claim one yet
     * @param room bytes that entries may take until the store has let go of them
     * @param allRoom how many that are when nothing is under way
     */
    LogWriter(EntryStore store, @Nullable Head head, @Nullable Text trouble, Clock clock, Semaphore room, int allRoom) {
        this.store = store;
        this.head = head == null ? Head.none(0) : head;
        this.trouble = trouble;
        this.clock = clock;
        this.room = room;
        this.allRoom = allRoom;
        thread.setDaemon(true);
        thread.start();
    }

    /** Why nothing is taken now; null when it is. */
    @Nullable
    Text trouble() {
        Text own = trouble;
        return own != null ? own : store.trouble();
    }

    /**
     * Takes a draft; it is written soon.
     *
     * @param foundBy null when that is to be taken from the draft itself
     * @throws LogUnavailable when it is not taken
     */
    Receipt take(Draft draft, byte @Nullable [] attachment, @Nullable FoundBy foundBy) throws LogUnavailable {
        refuseInTrouble();
        byte[] digest = Chain.digest(draft);
        int size = Math.min(allRoom, draft.size() + (attachment == null ? 0 : attachment.length));
        CompletableFuture<Entry> done = new CompletableFuture<>();
        try {
            if (!room.tryAcquire(size, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                refuseInTrouble();
                throw new LogUnavailable(BEHIND);
            }
            if (!queue.offer(
                    new Waiting(draft, digest, attachment, foundBy, size, done),
                    PATIENCE_MILLIS,
                    TimeUnit.MILLISECONDS)) {
                room.release(size);
                throw new LogUnavailable(BEHIND);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        }
        if (closing && !thread.isAlive()) {
            fail(List.of(), STOPPING);
        }
        return new Receipt(done);
    }

    private void refuseInTrouble() throws LogUnavailable {
        Text reason = closing ? STOPPING : trouble();
        if (reason != null) {
            throw new LogUnavailable(reason);
        }
    }

    static LogUnavailable interrupted() {
        return new LogUnavailable(new Text("等待日志时被中断", "interrupted while waiting for the log"));
    }

    private void run() {
        try {
            while (true) {
                if (trouble != null) {
                    recover();
                }
                Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    write(gather(first));
                } else if (closing) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            LOG.warn("Writing the log was interrupted");
        } catch (RuntimeException | Error e) {
            LOG.error("Writing the log failed; no decisions any more", e);
            throw e;
        } finally {
            trouble = ENDED;
            fail(List.of(), ENDED);
        }
    }

    private List<Waiting> gather(Waiting first) {
        List<Waiting> batch = new ArrayList<>();
        batch.add(first);
        int size = first.size();
        while (batch.size() < MOST_AT_ONCE && size < MOST_BYTES_AT_ONCE) {
            Waiting next = queue.poll();
            if (next == null) {
                break;
            }
            batch.add(next);
            size += next.size();
        }
        return batch;
    }

    private void write(List<Waiting> batch) throws InterruptedException {
        long giveUp = System.nanoTime() + RETRY_FOR_NANOS;
        List<Kept> chained = chain(batch);
        while (true) {
            try {
                store.append(head, chained);
                head = Head.of(chained.get(chained.size() - 1).entry());
                finish(batch, chained);
                return;
            } catch (StoreFailed e) {
                Head before = head;
                Claimed claimed = claimUntil(giveUp, e, batch, chained);
                if (claimed == null) {
                    return;
                }
                head = claimed.head();
                if (claimed.took()) {
                    finish(batch, chained);
                    return;
                }
                if (head.place() != before.place() || !Arrays.equals(head.hash(), before.hash())) {
                    chained = chain(batch);
                }
                if (System.nanoTime() > giveUp) {
                    trouble = e.text();
                    fail(batch, e.text());
                    return;
                }
            }
        }
    }

    private List<Kept> chain(List<Waiting> batch) {
        List<Kept> chained = new ArrayList<>(batch.size());
        Head at = head;
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        for (Waiting one : batch) {
            Entry entry = Chain.follow(at, now, one.draft(), one.digest());
            chained.add(new Kept(entry, one.attachment(), one.foundBy()));
            at = Head.of(entry);
        }
        return chained;
    }

    private static void finish(List<Waiting> batch, List<Kept> chained) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).done().complete(chained.get(i).entry());
        }
    }

    /** Tries to get hold of a chain's end; null when none can be got hold of by then, of which a batch is told. */
    private @Nullable Claimed claimUntil(long giveUp, StoreFailed failure, List<Waiting> batch, List<Kept> chained)
            throws InterruptedException {
        StoreFailed last = failure;
        do {
            try {
                Head end = store.claim();
                return new Claimed(end, store.tookAfterAll(chained));
            } catch (StoreFailed e) {
                last = e;
                Thread.sleep(RETRY_EVERY_MILLIS);
            }
        } while (System.nanoTime() < giveUp);
        LOG.error("No decisions until the log can be written again", last);
        trouble = last.text();
        fail(batch, last.text());
        return null;
    }

    /** Goes on trying to get hold of the chain's end; meanwhile all who come are refused. */
    private void recover() throws InterruptedException {
        for (Text reason = trouble; reason != null && !closing; reason = trouble) {
            fail(List.of(), reason);
            try {
                head = store.claim();
                LOG.warn("The log can be written again");
                trouble = null;
            } catch (StoreFailed e) {
                trouble = e.text();
                Thread.sleep(RECOVER_EVERY_MILLIS);
            }
        }
    }

    /** Tells these, and all who wait, that nothing is certain. */
    private void fail(List<Waiting> batch, Text reason) {
        List<Waiting> all = new ArrayList<>(batch);
        queue.drainTo(all);
        for (Waiting one : all) {
            room.release(one.size());
            one.done().completeExceptionally(new LogUnavailable(reason));
        }
    }

    /** Writes what was taken, then stops. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
