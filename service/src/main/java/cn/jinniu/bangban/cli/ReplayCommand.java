package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.scenario.Scenario;
import cn.jinniu.bangban.scenario.ScenarioFiles;
import cn.jinniu.bangban.scenario.ScenarioRun;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Replays scenarios and shows where they come out otherwise than they say. */
@Command(
        name = "replay",
        description = {"重放场景，逐项列出与预期的差别", "Replay scenarios; show every difference from what they expect"},
        exitCodeListHeading = "%n退出码 / Exit codes:%n",
        exitCodeList = {"0:全部符合预期 / all as expected", "1:有差别 / differences", "2:场景文件有误 / bad scenario files"})
final class ReplayCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            arity = "0..*",
            paramLabel = "DIR|FILE",
            description = {"场景目录或文件（默认 test-data）", "Folders or files of scenarios (default: test-data)"})
    private List<Path> places = new ArrayList<>();

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private LanguageOption lang = new LanguageOption();

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description = {"另写一份 JUnit XML 报告", "Also write a report in JUnit's XML"})
    private @Nullable Path junit;

    ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        DecisionDesk desk = rules.desk();
        ScenarioFiles.Found found = find(desk);
        if (!found.problems().isEmpty()) {
            ProblemLines.print("", found.problems(), lang.language, console.err());
            return ExitCodes.BAD_INPUT;
        }
        if (found.scenarios().isEmpty()) {
            throw new Failure("没有找到场景（.yaml 文件）", "no scenarios (.yaml files) were found");
        }
        List<Replayed> replayed = replay(new ScenarioRun(desk), found.scenarios());
        PrintWriter out = console.writer();
        new ReplayReport(lang.language, out).print(replayed);
        out.flush();
        if (junit != null) {
            write(junit, replayed);
        }
        return replayed.stream().allMatch(one -> one.outcome().asExpected()) ? ExitCodes.OK : ExitCodes.FOUND;
    }

    private ScenarioFiles.Found find(DecisionDesk desk) {
        List<Path> asked = places.isEmpty() ? List.of(Path.of("test-data")) : places;
        Path here = Path.of("");
        try {
            return ScenarioFiles.read(asked, here, desk.ruleset().data());
        } catch (IOException e) {
            throw new Failure(
                    "无法读取场景 " + e.getMessage() + "（" + IoReasons.of(e).zh() + "）",
                    "cannot read the scenarios " + e.getMessage() + " ("
                            + IoReasons.of(e).en() + ")");
        }
    }

    /** Replays side by side; what comes back is in the order of the files. */
    private List<Replayed> replay(ScenarioRun run, List<Scenario> scenarios) {
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try (Progress progress = Progress.of(scenarios.size(), console)) {
            List<Future<Replayed>> started = new ArrayList<>();
            for (Scenario scenario : scenarios) {
                started.add(workers.submit(() -> Replayed.of(run, scenario)));
            }
            List<Replayed> replayed = new ArrayList<>();
            for (Future<Replayed> one : started) {
                replayed.add(one.get());
                progress.step();
            }
            return replayed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("已中断", "interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private static void write(Path file, List<Replayed> replayed) {
        try (OutputStream out = Files.newOutputStream(file)) {
            JunitReport.write(replayed, out);
        } catch (IOException e) {
            throw new Failure(
                    "无法写入 " + file + "（" + IoReasons.of(e).zh() + "）",
                    "cannot write " + file + " (" + IoReasons.of(e).en() + ")");
        }
    }
}
