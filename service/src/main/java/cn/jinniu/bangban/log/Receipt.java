package cn.jinniu.bangban.log;

import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.text.Text;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What was given to the log, and may be waited for. */
public final class Receipt {
    /** Longer than any store takes to answer or fail. */
    private static final long PATIENCE_SECONDS = 30;

    private final CompletableFuture<Entry> done;

    Receipt(CompletableFuture<Entry> done) {
        this.done = done;
    }

    /**
     * Waits until the entry is kept for good.
     *
     * @throws LogUnavailable when that is not certain
     */
    public Entry await() throws LogUnavailable {
        try {
            return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LogUnavailable known
                    ? known
                    : new LogUnavailable(new Text("日志出错：" + e.getCause(), "the log failed: " + e.getCause()));
        } catch (TimeoutException e) {
            throw new LogUnavailable(new Text(
                    "日志 " + PATIENCE_SECONDS + " 秒内没有回应",
                    "the log did not answer within " + PATIENCE_SECONDS + " seconds"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LogWriter.interrupted();
        }
    }
}
