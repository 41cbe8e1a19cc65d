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
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try (Progress progress = Progress.of("进度 progress", things.size(), console)) {
            List<Future<R>> started = new ArrayList<>();
            for (T thing : things) {
                started.add(workers.submit(() -> doing.apply(thing)));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> one : started) {
                results.add(one.get());
                progress.step();
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
}
