package cn.jinniu.bangban.live;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Does work that may not end on a thread of its own, and waits for it only so long. Work given up is interrupted; while it
 * goes on nevertheless, no other is begun, so that there is never more than one such thread.
 */
final class BoundedWork {
    private final String name;
    private final Duration limit;
    private @Nullable Thread givenUp;

    /**
     * @param name of the thread
     * @param limit longest time that work may take
     */
    BoundedWork(String name, Duration limit) {
        this.name = name;
        this.limit = limit;
    }

    /** Work took too long, or earlier work still does. */
    static final class TookTooLong extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Does work.
     *
     * @throws ExecutionException with whatever the work threw, errors of the Java platform included
     */
    <T> T run(Callable<T> work) throws TookTooLong, ExecutionException, InterruptedException {
        Thread before = givenUp;
        if (before != null && before.isAlive()) {
            throw new TookTooLong();
        }
        givenUp = null;
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        result.complete(work.call());
                    } catch (Throwable any) { // memory and stack may run out; whoever waits must learn of it
                        result.completeExceptionally(any);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.setContextClassLoader(BoundedWork.class.getClassLoader());
        thread.start();
        try {
            T done = result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            thread.join();
            return done;
        } catch (TimeoutException late) {
            givenUp = thread;
            thread.interrupt();
            throw new TookTooLong();
        } catch (InterruptedException stopped) {
            thread.interrupt();
            throw stopped;
        }
    }
}
