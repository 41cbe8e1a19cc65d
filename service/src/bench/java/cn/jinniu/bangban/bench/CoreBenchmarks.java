package cn.jinniu.bangban.bench;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What goes on within one process: deciding, loading, JSON. */
final class CoreBenchmarks {
    /** Those there are, by name. */
    static final List<String> NAMES = List.of("Deciding", "Loading", "Json");

    private final List<String> names;
    private final Path results;

    CoreBenchmarks(List<String> names, Path results) {
        this.names = names;
        this.results = results;
    }

    /** @param time per operation, in the benchmark's unit; {@code cpu} in µs and {@code bytes} likewise */
    private record Cost(double time, double cpu, double bytes) {}

    void run(Report report) throws RunnerException {
        Map<String, Cost> costs = new LinkedHashMap<>();
        for (RunResult result : measure()) {
            String name = result.getParams().getBenchmark().replaceFirst("^.*\\.(\\w+\\.\\w+)$", "$1");
            String size = result.getParams().getParam("size");
            costs.put(
                    size == null ? name : name + ' ' + size,
                    new Cost(
                            result.getPrimaryResult().getScore(),
                            secondary(result, CpuTime.NAME),
                            secondary(result, "gc.alloc.rate.norm")));
        }
        boolean decided = costs.containsKey("Deciding.service SMALL");
        if (decided) {
            deciding(costs, report);
        }
        others(costs, report);
        if (decided) {
            targets(costs, report);
        }
        if (decided && costs.containsKey("Json.read SMALL")) {
            report.atMost(
                    "KB allocated by a SMALL decision, reading and writing included", allocated(costs) / 1024, 60);
        }
    }

    private Collection<RunResult> measure() throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder();
        names.forEach(name -> options.include("\\." + name + "\\."));
        return new Runner(options.forks(1)
                        .shouldFailOnError(true)
                        .jvmArgsAppend("-Xmx3g", "-XX:+UseParallelGC")
                        .addProfiler(GCProfiler.class)
                        .addProfiler(CpuTime.class)
                        .resultFormat(ResultFormatType.JSON)
                        .result(results.resolve("jmh.json").toString())
                        .build())
                .run();
    }

    private static double secondary(RunResult result, String name) {
        var found = result.getSecondaryResults().get(name);
        return found == null ? Double.NaN : found.getScore();
    }

    private static void deciding(Map<String, Cost> costs, Report report) {
        report.table(
                "Deciding: µs a decision (processor µs, KB allocated)",
                "case file",
                "facts",
                "by hand",
                "service",
                "tutorial",
                "service ÷ by hand",
                "tutorial ÷ service",
                "the same two by processor time");
        for (Size size : Size.values()) {
            Cost byHand = costs.get("Deciding.byHand " + size);
            Cost service = costs.get("Deciding.service " + size);
            Cost tutorial = costs.get("Deciding.tutorial " + size);
            report.row(
                    size,
                    facts(size),
                    cell(byHand),
                    cell(service),
                    cell(tutorial),
                    service.time / byHand.time,
                    tutorial.time / service.time,
                    Report.number(service.cpu / byHand.cpu) + ", " + Report.number(tutorial.cpu / service.cpu));
        }
    }

    private static void others(Map<String, Cost> costs, Report report) {
        report.table("Loading and JSON", "what", "time", "unit", "processor µs", "KB allocated");
        costs.forEach((name, cost) -> {
            if (!name.startsWith("Deciding")) {
                report.row(name, cost.time, name.startsWith("Loading") ? "ms" : "µs", cost.cpu, cost.bytes / 1024);
            }
        });
    }

    private static String cell(Cost cost) {
        return Report.number(cost.time) + " (" + Report.number(cost.cpu) + ", " + Report.number(cost.bytes / 1024)
                + ")";
    }

    private static double facts(Size size) {
        return size.caseFiles().stream().mapToInt(CaseFiles::facts).average().orElseThrow();
    }

    private static void targets(Map<String, Cost> costs, Report report) {
        Cost small = costs.get("Deciding.service SMALL");
        for (Size size : Size.values()) {
            report.atLeast(
                    "core against the tutorial's way, " + size,
                    costs.get("Deciding.tutorial " + size).time / costs.get("Deciding.service " + size).time,
                    3);
        }
        report.atMost("core against the floor, SMALL", small.time / costs.get("Deciding.byHand SMALL").time, 16);
        report.atMost(
                "core against the floor, MEDIUM",
                costs.get("Deciding.service MEDIUM").time / costs.get("Deciding.byHand MEDIUM").time,
                10);
        report.atMost("KB allocated by a SMALL decision", small.bytes / 1024, 60);
        report.atMost(
                "cost per fact, HUGE against LARGE",
                costs.get("Deciding.service HUGE").time
                        / facts(Size.HUGE)
                        / (costs.get("Deciding.service LARGE").time / facts(Size.LARGE)),
                1.5);
    }

    private static double allocated(Map<String, Cost> costs) {
        return costs.get("Json.read SMALL").bytes
                + costs.get("Deciding.service SMALL").bytes
                + costs.get("Json.write SMALL").bytes;
    }
}
