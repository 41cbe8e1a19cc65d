package cn.jinniu.bangban.bench;

import cn.jinniu.bangban.bench.Load.Heard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The jar with a log in a folder beside the jar without one, by turns, so that both meet the same weather. */
final class LogBenchmark {
    private static final int CALLERS = 16;
    private static final int ROUNDS = 6;
    private static final Duration WARM_UP = Duration.ofSeconds(25);
    private static final Duration TURN = Duration.ofSeconds(4);
    private static final String DECIDE = "/v1/decisions";

    void run(Report report) throws Exception {
        Path folder = Path.of("target", "bench", "log").toAbsolutePath();
        remove(folder);
        Path javaHome = Path.of(System.getProperty("java.home"));
        List<Heard> on = new ArrayList<>();
        List<Heard> off = new ArrayList<>();
        try (Service logging = Service.ofJar(javaHome, List.of(), folder.toString());
                Service without = Service.ofJar(javaHome, List.of())) {
            Load toLog = new Load(logging.port, CALLERS, Size.SMALL);
            Load toNone = new Load(without.port, CALLERS, Size.SMALL);
            for (Service each : List.of(logging, without)) {
                // One caller, for many would leave the compiler no core to make machine code on.
                new Load(each.port, 1, Size.SMALL).run(DECIDE, WARM_UP);
            }
            // What goes on beside the callers, moving and indexing, comes to it only now.
            toLog.run(DECIDE, WARM_UP);
            toNone.run(DECIDE, WARM_UP);
            for (int round = 0; round < ROUNDS; round++) {
                on.add(toLog.run(DECIDE, TURN));
                off.add(toNone.run(DECIDE, TURN));
            }
        }
        remove(folder);
        report.table(
                "Log: small requests, " + CALLERS + " callers, by turns, each decision forced to the disk",
                "log",
                "a second",
                "p50 ms",
                "p99 ms",
                "p99.9 ms");
        row(report, "on", Heard.all(on));
        row(report, "off", Heard.all(off));
        report.atLeast(
                "throughput with the log against without",
                Heard.all(on).perSecond() / Heard.all(off).perSecond(),
                0.7);
        report.atMost(
                "p99 with the log against without",
                Heard.all(on).percentile(99) / Heard.all(off).percentile(99),
                3);
    }

    private static void row(Report report, String name, Heard all) {
        report.row(name, all.perSecond(), all.percentile(50), all.percentile(99), all.percentile(99.9));
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
