package cn.jinniu.bangban.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows a person how far something that takes its time is; shows nothing where nobody looks on. */
interface Progress extends AutoCloseable {
    /** So many steps more are done. */
    void step(int steps);

    default void step() {
        step(1);
    }

    @Override
    void close();

    /**
     * @param task what is being done
     * @param steps how many there are; −1 when nobody knows
     */
    static Progress of(String task, long steps, Console console) {
        return console.interactive() ? new Bar(task, steps) : new None();
    }

    /** Nobody looks on. */
    final class None implements Progress {
        @Override
        public void step(int steps) {}

        @Override
        public void close() {}
    }

    /** A bar on the terminal, on standard error: results may go elsewhere. */
    final class Bar implements Progress {
        private final ProgressBar bar;

        Bar(String task, long steps) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(steps)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(100)
                    .clearDisplayOnFinish()
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .build();
        }

        @Override
        public void step(int steps) {
            bar.stepBy(steps);
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
