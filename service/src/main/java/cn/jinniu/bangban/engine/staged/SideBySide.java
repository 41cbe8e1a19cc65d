package cn.jinniu.bangban.engine.staged;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Numbered pieces of work, done by this thread and, as far as processors are idle, by others. This thread never waits for a
 * piece that nobody has begun, so work goes on however busy the others are.
 */
public final class SideBySide {
    private final IntConsumer piece;
    private final AtomicInteger next = new AtomicInteger();
    private final List<CountDownLatch> done = new ArrayList<>();
    private volatile @Nullable Throwable failure;

    private SideBySide(int pieces, IntConsumer piece) {
        this.piece = piece;
        for (int i = 0; i < pieces; i++) {
            done.add(new CountDownLatch(1));
        }
    }

    /** Does each piece once, in any order; otherwise as {@link #each(int, IntConsumer, IntConsumer)}. */
    public static void each(int pieces, IntConsumer piece) {
        each(pieces, piece, number -> {});
    }

    /**
     * Does each piece once, in any order, and returns when all are done. What a piece throws is thrown when none is under
     * way any more; those not begun by then are left out.
     *
     * @param pieces how many there are
     * @param piece does the one of a number
     * @param then goes on with what came of it: in order, on this thread
     */
    static void each(int pieces, IntConsumer piece, IntConsumer then) {
        SideBySide all = new SideBySide(pieces, piece);
        int others = Math.min(pieces - 1, ForkJoinPool.getCommonPoolParallelism());
        for (int i = 0; i < others; i++) {
            ForkJoinPool.commonPool().execute(all::doWhatIsLeft);
        }
        try {
            all.doAndGoOn(then);
        } finally {
            all.stop();
        }
        all.throwFailure();
    }

    private void doAndGoOn(IntConsumer then) {
        int gone = 0;
        while (doNext()) {
            for (; gone < done.size() && done.get(gone).getCount() == 0 && failure == null; gone++) {
                then.accept(gone);
            }
        }
        for (; gone < done.size() && failure == null; gone++) {
            await(done.get(gone));
            if (failure == null) {
                then.accept(gone);
            }
        }
    }

    private void doWhatIsLeft() {
        while (doNext()) {
            // the next one
        }
    }

    /** Does one that nobody has begun; false when there is none. */
    private boolean doNext() {
        int number = next.getAndIncrement();
        if (number >= done.size()) {
            return false;
        }
        try {
            if (failure == null) {
                piece.accept(number);
            }
        } catch (Throwable e) { // thrown where all is put together
            failure = e;
        } finally {
            done.get(number).countDown();
        }
        return true;
    }

    /** Begins no more, and waits for what is under way: it uses what the caller goes on with. */
    private void stop() {
        int begun = Math.min(next.getAndSet(done.size()), done.size());
        for (int i = 0; i < begun; i++) {
            await(done.get(i));
        }
    }

    private void throwFailure() {
        Throwable thrown = failure;
        if (thrown instanceof Error error) {
            throw error;
        } else if (thrown instanceof RuntimeException exception) {
            throw exception;
        } else if (thrown != null) {
            throw new IllegalStateException(thrown);
        }
    }

    private static void await(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true; // put off until then
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
