package cn.jinniu.bangban.replay;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log on one thread and replays it on as many as there are processors, page by page, and gives the pages back in
 * their order. What is read ahead is bounded, in pages and in bytes.
 */
final class Pipeline implements AutoCloseable {
    private static final int WORKERS = Runtime.getRuntime().availableProcessors();
    private static final int PAGES = 2 * WORKERS + 2;
    private static final int BYTES = 32 * 1024 * 1024;

    /** Behind the last page. */
    private static final Done END = new Done(0, 0, new Replayed(new Tallies(), List.of(), List.of(), 0, 0));

    private final LogReader reader;
    private final RecordReplay replay;
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, work -> daemon(work, "replay"));
    private final BlockingQueue<Future<Done>> pages = new ArrayBlockingQueue<>(PAGES);
    private final Semaphore room = new Semaphore(BYTES);
    private final Thread reading = daemon(this::read, "replay-reader");

    /** @param last place of the last entry of a page */
    record Done(long last, int bytes, Replayed replayed) {}

    Pipeline(LogReader reader, RecordReplay replay) {
        this.reader = reader;
        this.replay = replay;
        reading.start();
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private void read() {
        try {
            for (LogReader.Page page = reader.next(); page != null; page = reader.next()) {
                LogReader.Page read = page;
                int bytes = Math.min(BYTES, page.bytes());
                room.acquire(bytes);
                pages.put(workers.submit(() -> new Done(read.last(), bytes, replay.replay(read.entries()))));
            }
            pages.put(end(null));
        } catch (SQLException | RuntimeException e) {
            fail(e);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(Exception e) {
        try {
            pages.put(end(e));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static Future<Done> end(@Nullable Exception failure) {
        return failure == null ? CompletableFuture.completedFuture(END) : CompletableFuture.failedFuture(failure);
    }

    /** The next page; null behind the last. */
    @Nullable
    Done next() throws SQLException, InterruptedException {
        try {
            Done done = pages.take().get();
            room.release(done.bytes());
            return done == END ? null : done;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException sql) {
                throw sql;
            }
            throw new IllegalStateException("a record could not be replayed", e.getCause());
        }
    }

    @Override
    public void close() {
        reading.interrupt();
        workers.shutdownNow();
    }
}
