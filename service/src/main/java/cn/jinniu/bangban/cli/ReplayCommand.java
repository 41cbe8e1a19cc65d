package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.scenario.Scenario;
import cn.jinniu.bangban.scenario.ScenarioRun;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Replays scenarios and shows where they come out otherwise than they say. */
@Command(
        name = "replay",
        description = {"重放场景，逐项列出与预期的差别", "Replay scenarios; show every difference from what they expect"},
        exitCodeListHeading = "%n退出码 / Exit codes:%n",
        exitCodeList = {"0:全部符合预期 / all as expected", "1:有差别 / differences", "2:场景文件有误 / bad scenario files"})
final class ReplayCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ScenarioPlaces places = new ScenarioPlaces();

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
        List<Scenario> scenarios = places.read(desk.ruleset().data());
        ScenarioRun run = new ScenarioRun(desk);
        List<Replayed> replayed = SideBySide.each(scenarios, console, scenario -> Replayed.of(run, scenario));
        PrintWriter out = console.writer();
        new ReplayReport(lang.language, out).print(replayed);
        out.flush();
        if (junit != null) {
            write(junit, replayed);
        }
        return replayed.stream().allMatch(one -> one.outcome().asExpected()) ? ExitCodes.OK : ExitCodes.FOUND;
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
