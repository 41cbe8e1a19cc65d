package cn.jinniu.bangban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the benchmarks and says how they compare with the targets. */
public final class Benchmarks {
    private static final Path RESULTS = Path.of("target", "bench");

    private Benchmarks() {}

    /** @param args the parts to run: Deciding, Loading, Json, Http, Stream, Start, Log, Replay, Find; none for all */
    public static void main(String[] args) throws Exception {
        List<String> wanted = List.of(args);
        Files.createDirectories(RESULTS);
        Report report = new Report();
        List<String> core = CoreBenchmarks.NAMES.stream()
                .filter(name -> wanted.isEmpty() || wanted.contains(name))
                .toList();
        if (!core.isEmpty()) {
            new CoreBenchmarks(core, RESULTS).run(report);
        }
        if (wanted.isEmpty() || wanted.contains("Http")) {
            new HttpBenchmarks().run(report);
        }
        if (wanted.isEmpty() || wanted.contains("Stream")) {
            new StreamBenchmark().run(report);
        }
        if (wanted.isEmpty() || wanted.contains("Start")) {
            new StartBenchmark().run(report);
        }
        if (wanted.isEmpty() || wanted.contains("Log")) {
            new LogBenchmark().run(report);
        }
        if (wanted.isEmpty() || wanted.contains("Replay")) {
            new ReplayBenchmark().run(report);
        }
        if (wanted.isEmpty() || wanted.contains("Find")) {
            new FindBenchmark().run(report);
        }
        write(report);
    }

    private static void write(Report report) throws IOException {
        List<String> lines = report.lines();
        Path file = Files.write(RESULTS.resolve("report.md"), lines);
        lines.forEach(System.out::println);
        System.out.println();
        System.out.println("written to " + file.toAbsolutePath().normalize() + "; JMH's own results lie beside it");
    }
}
