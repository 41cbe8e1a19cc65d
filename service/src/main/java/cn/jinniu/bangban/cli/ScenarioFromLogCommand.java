package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.log.privacy.Bodies;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Kind;
import cn.jinniu.bangban.log.store.EntryTable;
import cn.jinniu.bangban.log.store.LogAccess;
import cn.jinniu.bangban.replay.ArchivedRulesets;
import cn.jinniu.bangban.replay.RecordedScenario;
import cn.jinniu.bangban.scenario.Difference;
import cn.jinniu.bangban.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a scenario of a recorded decision. */
@Command(
        name = "from-log",
        description = {
            "把日志里的一份决定做成场景文件：人员、项目和编号用化名，结果仍与当时相同",
            "Make a scenario of a recorded decision: other names for persons, projects and ids, the same answers"
        },
        exitCodeListHeading = "%n退出码 / Exit codes:%n",
        exitCodeList = {
            "0:已写出，按现在的规则重放也相同 / written, and comes out so by the rules at hand too",
            "1:已写出，按现在的规则结果不同 / written, but comes out otherwise by the rules at hand",
            "2:没有这份决定，或不能做成场景 / no such decision, or no scenario can be made of it"
        })
final class ScenarioFromLogCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            index = "0",
            paramLabel = "ID",
            description = {"决定的编号（decisionId）", "The decision's id (decisionId)"})
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private UUID id;

    @Mixin
    private LogOption log = new LogOption();

    @Mixin
    private PrivacyOptions privacy = new PrivacyOptions();

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private LanguageOption lang = new LanguageOption();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = {"写入这个文件（默认标准输出）", "Write it to this file (default: standard output)"})
    private @Nullable Path output;

    ScenarioFromLogCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        RecordedScenario scenario = scenario();
        List<Difference> differences = scenario.replay(rules.desk());
        byte[] text = scenario.text().getBytes(StandardCharsets.UTF_8);
        if (output == null) {
            console.out().write(text);
            console.out().flush();
        } else {
            write(output, text);
        }
        if (differences.isEmpty()) {
            return ExitCodes.OK;
        }
        console.err()
                .println(
                        lang.language == Language.ZH
                                ? "按当时的规则（" + scenario.ruleset() + "）结果就是这样；按 " + rules.folder + " 现在的规则有差别："
                                : "by the rules then in force (" + scenario.ruleset()
                                        + ") it comes out so; by those in " + rules.folder + " it does not:");
        for (Difference difference : differences) {
            ReplayReport.lines(difference, lang.language)
                    .forEach(line -> console.err().println("  " + line));
        }
        return ExitCodes.FOUND;
    }

    private RecordedScenario scenario() throws IOException {
        try (LogAccess access = log.open();
                Connection connection = access.connect()) {
            Entry entry = EntryTable.of(connection, id);
            if (entry == null || entry.draft().kind() != Kind.DECISION) {
                throw new Failure(
                        "日志 " + log.where() + " 里没有决定 " + id, "the log " + log.where() + " has no decision " + id);
            }
            Bodies bodies = privacy.privacy().open(entry.draft());
            ArchivedRulesets archive =
                    new ArchivedRulesets(access.database().source(), LimitWords.budget(rules.limits), null, 1);
            return RecordedScenario.of(entry, bodies, archive);
        } catch (SQLException e) {
            throw new Failure("无法读取决定日志：" + e.getMessage(), "the decision log cannot be read: " + e.getMessage());
        } catch (RecordedScenario.Impossible e) {
            throw new Failure(e.reason().zh(), e.reason().en());
        } catch (IllegalArgumentException damaged) {
            throw new Failure("记录已损坏：" + damaged.getMessage(), "the record is damaged: " + damaged.getMessage());
        }
    }

    private static void write(Path file, byte[] text) {
        try {
            Files.write(file, text);
        } catch (IOException e) {
            throw new Failure(
                    "无法写入 " + file + "（" + IoReasons.of(e).zh() + "）",
                    "cannot write " + file + " (" + IoReasons.of(e).en() + ")");
        }
    }
}
