package cn.jinniu.bangban.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows a person how far a replay is; shows nothing where nobody looks on. */
interface Progress extends AutoCloseable {
    void step();

    @Override
    void close();

    static Progress of(int steps, Console console) {
        return console.interactive() ? new Bar(steps) : new None();
    }

    /** Nobody looks on. */
    final class None implements Progress {
        @Override
        public void step() {}

        @Override
        public void close() {}
    }

    /** A bar on the terminal, on standard error: results may go elsewhere. */
    final class Bar implements Progress {
        private final ProgressBar bar;

        Bar(int steps) {
            bar = new ProgressBarBuilder()
                    .setTaskName("重放 replay")
                    .setInitialMax(steps)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(100)
                    .clearDisplayOnFinish()
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .build();
        }

        @Override
        public void step() {
            bar.step();
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
