package cn.jinniu.bangban.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same with many things on all processors. */
final class SideBySide {
    private SideBySide() {}

    /** What comes of each thing, in the order of the things. */
    static <T, R> List<R> each(List<T> things, Console console, Function<T, R> doing) {
        return batches(things.stream().map(List::of).toList(), console, batch -> List.of(doing.apply(batch.get(0))));
    }

    /**
     * What comes of each thing, in the order of the things.
     *
     * @param things in batches, each done at once
     */
    static <T, R> List<R> batches(List<List<T>> things, Console console, Function<List<T>, List<R>> doing) {
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try (Progress progress = Progress.of("进度 progress", all(things), console)) {
            List<Future<List<R>>> started = new ArrayList<>();
            for (List<T> batch : things) {
                started.add(workers.submit(() -> doing.apply(batch)));
            }
            List<R> results = new ArrayList<>();
            for (Future<List<R>> batch : started) {
                results.addAll(batch.get());
                progress.step(batch.get().size());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("已中断", "interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private static int all(List<? extends List<?>> batches) {
        return batches.stream().mapToInt(List::size).sum();
    }
}
