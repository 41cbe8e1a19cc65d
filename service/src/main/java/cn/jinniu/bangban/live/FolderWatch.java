package cn.jinniu.bangban.live;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a folder again and again, from one thread. Looking works where being notified does not — on network drives, in
 * containers, for editors that rename — and a folder of rules is small.
 */
final class FolderWatch implements AutoCloseable {
    /** Some file systems keep times to two seconds: after a change, sizes and times are not trusted for longer than that. */
    private static final Duration DISTRUST = Duration.ofSeconds(3);

    private static final Duration WAIT_FOR_END = Duration.ofSeconds(10);

    private final Path folder;
    private final Duration interval;
    private final First first;
    private final Change change;
    private @Nullable Thread thread;

    /** What is done once, before watching. */
    interface First {
        void run() throws InterruptedException;
    }

    /** What is done when the folder may have changed. */
    interface Change {
        /** @return whether that is done with; false to be called again soon */
        boolean look() throws InterruptedException;
    }

    /** @param interval how long from one look to the next; zero for none */
    FolderWatch(Path folder, Duration interval, First first, Change change) {
        this.folder = folder;
        this.interval = interval;
        this.first = first;
        this.change = change;
    }

    void start() {
        Thread watcher = new Thread(this::watch, "ruleset-watch");
        watcher.setDaemon(true);
        watcher.setContextClassLoader(FolderWatch.class.getClassLoader());
        thread = watcher;
        watcher.start();
    }

    private void watch() {
        try {
            first.run();
            FolderStamp seen = FolderStamp.of(folder);
            long changed = System.nanoTime();
            while (!interval.isZero()) {
                Thread.sleep(interval.toMillis());
                FolderStamp stamp = FolderStamp.of(folder);
                long now = System.nanoTime();
                if (!stamp.equals(seen)) {
                    seen = stamp;
                    changed = now;
                }
                if (now - changed <= DISTRUST.toNanos() && !change.look()) {
                    changed = now;
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt(); // and ends
        }
    }

    @Override
    public void close() {
        Thread watcher = thread;
        if (watcher != null) {
            watcher.interrupt();
            try {
                watcher.join(WAIT_FOR_END.toMillis());
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
