package cn.jinniu.bangban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** From {@code java -jar} to the first decision, what memory that takes, and how little is enough. */
final class StartBenchmark {
    private static final int TIMES = 3;
    private static final Duration PRESS = Duration.ofSeconds(10);
    private static final Path CACHE = Path.of("target", "bench", "bangban.aot").toAbsolutePath();
    private static final Path QUICK = Path.of("java25-start.args").toAbsolutePath();

    private double memory;

    void run(Report report) throws Exception {
        Path here = Path.of(System.getProperty("java.home"));
        report.table("Start: seconds to the first decision, the median of " + TIMES, "how", "seconds", "resident MB");
        double plain = seconds(() -> Service.ofJar(here, List.of()));
        report.row("java -jar, Java " + Runtime.version().feature(), plain, memory);
        report.atMost("seconds to the first decision, java -jar", plain, 3.5);
        Optional<Path> later = java25(here);
        if (later.isPresent()) {
            Path home = later.get();
            report.row("java -jar, Java 25", seconds(() -> Service.ofJar(home, List.of())), memory);
            Service.ofJar(home, List.of("-XX:AOTCacheOutput=" + CACHE)).close();
            report.row(
                    "with an AOT cache, Java 25",
                    seconds(() -> Service.ofJar(home, List.of("-XX:AOTCache=" + CACHE))),
                    memory);
            double cached = seconds(() -> Service.ofJar(home, List.of("@" + QUICK, "-XX:AOTCache=" + CACHE)));
            report.row("the same with " + QUICK.getFileName(), cached, memory);
            report.atMost("seconds to the first decision, AOT cache", cached, 2);
        }
        underPressure(here, report);
    }

    private double seconds(Supplier<Service> starting) {
        double[] seconds = DoubleStream.generate(() -> once(starting))
                .limit(TIMES)
                .sorted()
                .toArray();
        return seconds[TIMES / 2];
    }

    private double once(Supplier<Service> starting) {
        try (Service service = starting.get()) {
            memory = service.residentMegabytes();
            return service.start.toMillis() / 1e3;
        }
    }

    private static void underPressure(Path java, Report report) throws Exception {
        try (Service service = Service.ofJar(java, List.of("-Xmx256m"))) {
            Load.Heard heard = new Load(service.port, 16, Size.MEDIUM).run("/v1/decisions", PRESS);
            report.table(
                    "A heap of 256 MB, 16 callers with medium requests, none refused",
                    "a second",
                    "p50 ms",
                    "p99 ms",
                    "resident MB");
            report.row(
                    String.format("%.0f", heard.perSecond()),
                    heard.percentile(50),
                    heard.percentile(99),
                    service.residentMegabytes());
        }
    }

    /** Another Java beside this one, or where {@code JAVA25_HOME} says. */
    private static Optional<Path> java25(Path here) throws IOException {
        String said = System.getenv("JAVA25_HOME");
        if (said != null) {
            return Optional.of(Path.of(said));
        }
        if (Runtime.version().feature() == 25) {
            return Optional.of(here);
        }
        try (Stream<Path> beside = Files.list(here.toRealPath().getParent())) {
            return beside.filter(home -> home.getFileName().toString().matches("(?i).*\\b25\\b.*"))
                    .filter(home -> Files.isExecutable(home.resolve("bin").resolve("java")))
                    .findFirst();
        }
    }
}
