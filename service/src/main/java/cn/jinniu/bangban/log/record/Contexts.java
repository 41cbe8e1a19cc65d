package cn.jinniu.bangban.log.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Working memory of the packer, outside the heap, that is used again: making it costs as much as packing a small body. As
 * many as there are processors are put by; by thread they would be as many as callers. What came back last,
 * which the processor still has at hand, goes first. Safe for many threads.
 */
final class Contexts<C extends Closeable> {
    private final BlockingDeque<C> free =
            new LinkedBlockingDeque<>(Runtime.getRuntime().availableProcessors() + 2);
    private final Supplier<C> fresh;

    Contexts(Supplier<C> fresh) {
        this.fresh = fresh;
    }

    byte[] with(Function<C, byte[]> work) {
        C context = free.pollFirst();
        if (context == null) {
            context = fresh.get();
        }
        boolean whole = false;
        try {
            byte[] done = work.apply(context);
            whole = true;
            return done;
        } finally {
            if (!whole || !free.offerFirst(context)) {
                close(context);
            }
        }
    }

    private static void close(Closeable context) {
        try {
            context.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
