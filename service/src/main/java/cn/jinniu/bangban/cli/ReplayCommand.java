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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Replays scenarios, or the decision log, and shows where they come out otherwise than they say. */
@Command(
        name = "replay",
        description = {
            "重放场景，逐项列出与预期的差别；用 --log 重放决定日志：每份决定按当时的规则重做，应逐字节相同",
            "Replay scenarios; show every difference from what they expect. With --log, replay the decision log: each decision"
                    + " again by the rules then in force, byte for byte"
        },
        exitCodeListHeading = "%n退出码 / Exit codes:%n",
        exitCodeList = {
            "0:全部符合预期 / all as expected",
            "1:有差别 / differences",
            "2:场景文件、日志或选项有误 / bad scenario files, log or options"
        })
final class ReplayCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ScenarioPlaces places = new ScenarioPlaces();

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private LogOption log = new LogOption();

    @Mixin
    private LogReplayOptions ofLog = new LogReplayOptions();

    @Mixin
    private PrivacyOptions privacy = new PrivacyOptions();

    @Mixin
    private LanguageOption lang = new LanguageOption();

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description = {"另写一份 JUnit XML 报告", "Also write a report in JUnit's XML"})
    private @Nullable Path junit;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (log.isGiven()) {
            return replayLog();
        } else if (ofLog.any()) {
            throw new Failure(
                    "这些选项用于重放决定日志；请用 --log 指明日志",
                    "these options go with a replay of the decision log; name it with --log");
        }
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

    private int replayLog() throws IOException {
        if (places.any()) {
            throw new Failure(
                    "--log 与场景不能一起重放；请分开运行", "a log and scenarios are not replayed together; run them one by one");
        }
        // Other rules only where they are named here: by themselves, records are replayed by their own.
        boolean other = spec.commandLine().getParseResult().hasMatchedOption("--rules");
        return new LogReplayCommand(
                        console,
                        log,
                        ofLog,
                        privacy,
                        LimitWords.limits(rules.limits),
                        other ? rules.folder : null,
                        junit,
                        lang.language)
                .run();
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
