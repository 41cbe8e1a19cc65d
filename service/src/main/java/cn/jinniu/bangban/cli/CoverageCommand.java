package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.coverage.Coverage;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.scenario.Scenario;
import cn.jinniu.bangban.scenario.ScenarioOutcome;
import cn.jinniu.bangban.scenario.ScenarioRun;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows which rules the scenarios cover, and whether they notice when a rule is changed. */
@Command(
        name = "coverage",
        description = {
            "列出每条规则在哪些场景中得出结果；加 --mutate 则逐处改动规则，列出没有场景察觉的改动",
            "Show in which scenarios each rule fires; with --mutate, change the rules in one place at a time"
                    + " and show the changes that no scenario notices"
        },
        exitCodeListHeading = "%n退出码 / Exit codes:%n",
        exitCodeList = {
            "0:每条规则都有场景，改动被察觉的比例达到要求 / every rule fires, and enough changes are noticed",
            "1:有规则没有场景，或者比例不足 / a rule fires in no scenario, or too few changes are noticed",
            "2:规则或场景有误，或者场景的结果与预期不同 / bad rules or scenarios, or scenarios that come out otherwise"
        })
final class CoverageCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ScenarioPlaces places = new ScenarioPlaces();

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private LanguageOption lang = new LanguageOption();

    @Option(
            names = "--mutate",
            description = {"逐处改动规则，看有没有场景察觉（数分钟）", "Change the rules one place at a time (takes minutes)"})
    private boolean mutate;

    @Option(
            names = "--only",
            paramLabel = "PATH",
            defaultValue = "",
            description = {"只改动路径以此开头的文件（规则目录以下）", "Change only files whose path below the rules folder begins so"})
    private String only = "";

    @Option(
            names = "--min-score",
            paramLabel = "PERCENT",
            defaultValue = "90",
            description = {"至少百分之几的改动被察觉（默认 90）", "Per cent of the changes to be noticed (default: 90)"})
    private int minScore;

    @Option(
            names = "--full",
            description = {"逐条规则列出所在的每个场景", "List every scenario under each rule"})
    private boolean full;

    @Option(
            names = "--format",
            paramLabel = "text|html|json",
            defaultValue = "text",
            description = {"输出形式（默认 text）", "How to show it (default: text)"})
    private Format format = Format.TEXT;

    /** How to show coverage. */
    enum Format {
        TEXT,
        HTML,
        JSON
    }

    CoverageCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        DecisionDesk desk = rules.desk();
        List<Scenario> scenarios = places.read(desk.ruleset().data());
        ScenarioRun run = new ScenarioRun(desk);
        List<ScenarioOutcome> outcomes = SideBySide.each(scenarios, console, run::run);
        long otherwise =
                outcomes.stream().filter(outcome -> !outcome.asExpected()).count();
        if (otherwise > 0) {
            throw new Failure(
                    otherwise + " 个场景的结果与预期不同；请先用 replay 查看并改好",
                    otherwise
                            + " scenarios come out otherwise than expected; see them with replay, and mend them first");
        }
        Coverage coverage = new CoverageRun(rules, console, outcomes, desk.ruleset()).of(mutate, only);
        switch (format) {
            case TEXT -> new CoverageText(coverage, lang.language, console.writer()).print(mutate, full);
            case HTML -> new CoverageHtml(coverage, desk.ruleset(), lang.language).write(console.out());
            case JSON -> CoverageJson.write(coverage, desk.ruleset(), console.out());
        }
        console.out().flush();
        return coverage.unfired().isEmpty() && coverage.score() >= minScore ? ExitCodes.OK : ExitCodes.FOUND;
    }
}
