package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says whether a rules folder can decide, and everything that is or looks wrong with it. */
@Command(
        name = "check",
        description = {
            "检查规则目录：列出全部错误和警告，各带位置和改法（种类见 rules/README.md）",
            "Check a rules folder: list all errors and warnings, with place and remedy (rules/README.md lists the kinds)"
        },
        exitCodeListHeading = "%n退出码 / Exit codes:%n",
        exitCodeList = {
            "0:可用 / usable",
            "1:有错误；加 --strict 时也指有警告 / errors found, or with --strict warnings",
            "2:没有这个目录 / no such folder"
        })
final class CheckCommand implements Callable<Integer> {
    private static final Comparator<RulesetProblem> IN_FILE_ORDER = Comparator.comparing(RulesetProblem::file)
            .thenComparingInt(RulesetProblem::line)
            .thenComparingInt(RulesetProblem::column);

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "${env:BANGBAN_RULES:-rules}",
            description = {
                "规则目录（默认取环境变量 BANGBAN_RULES，否则为 rules）",
                "Rules folder (default: BANGBAN_RULES, or else rules)"
            })
    private Path folder = Path.of("rules");

    @Option(
            names = "--scenarios",
            paramLabel = "DIR",
            description = {
                "场景目录，用来找没有场景的规则（默认取规则目录旁边的 test-data，没有就不找）",
                "Scenarios, to find rules that fire in none (default: test-data beside the rules folder, if it is there)"
            })
    private @Nullable Path scenarios;

    @Option(
            names = "--strict",
            description = {"有警告也算不通过", "Let warnings fail, too"})
    private boolean strict;

    @Option(
            names = "--format",
            paramLabel = "text|json|sarif",
            defaultValue = "text",
            description = {
                "输出形式（默认 text；sarif 供编辑器和流水线使用）",
                "How to show it (default: text; sarif is for editors and CI)"
            })
    private Format format = Format.TEXT;

    @Mixin
    private LanguageOption lang = new LanguageOption();

    /** How to show what was found. */
    enum Format {
        TEXT,
        JSON,
        SARIF
    }

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        QuietLogging.ask();
        // On some broken rules Drools prints where it was in its own code; what it means is told in plain words below.
        PrintStream before = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        CheckFindings findings;
        try {
            findings = find();
        } finally {
            System.setErr(before);
        }
        switch (format) {
            case TEXT -> new CheckText(findings, lang.language, console.writer()).print();
            case JSON -> CheckJson.write(findings, console.out());
            case SARIF -> new CheckSarif(findings, lang.language).write(console.out());
        }
        console.out().flush();
        return findings.errors() > 0 || strict && findings.warnings() > 0 ? ExitCodes.FOUND : ExitCodes.OK;
    }

    private CheckFindings find() {
        RulesetSource source;
        try {
            source = RulesetSource.read(folder);
        } catch (IOException e) {
            throw RulesOption.unreadable(folder, e);
        }
        try {
            Ruleset ruleset = Ruleset.examine(source);
            List<RulesetProblem> problems = new ArrayList<>(ruleset.warnings());
            Path place = CheckScenarios.folder(scenarios, folder);
            if (place != null) {
                problems.addAll(new CheckScenarios(console).check(place, ruleset));
                problems.sort(IN_FILE_ORDER);
            }
            return new CheckFindings(folder, source, ruleset, problems);
        } catch (RulesetRefused refused) {
            return new CheckFindings(folder, source, null, refused.withWarnings());
        }
    }
}
