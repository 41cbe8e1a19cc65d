package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import cn.jinniu.bangban.text.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says whether a rules folder can decide, and if not, everything that is wrong with it. */
@Command(
        name = "check",
        description = {"检查规则目录能否加载，列出全部问题", "Check whether a rules folder loads; list all problems"},
        exitCodeListHeading = "%n退出码 / Exit codes:%n",
        exitCodeList = {"0:可用 / usable", "1:有问题 / problems found", "2:没有这个目录 / no such folder"})
final class CheckCommand implements Callable<Integer> {
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

    @Mixin
    private LanguageOption lang = new LanguageOption();

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        QuietLogging.ask();
        Language language = lang.language;
        PrintWriter out = console.writer();
        try {
            summary(Ruleset.load(RulesetSource.read(folder)), language, out);
            return ExitCodes.OK;
        } catch (RulesetRefused refused) {
            ProblemLines.print(folder.toString(), refused.problems(), language, out);
            int count = refused.problems().size();
            out.println(
                    switch (language) {
                        case ZH -> "规则目录 " + folder + " 有 " + count + " 处问题，不能使用";
                        case EN ->
                            folder + " has " + count + (count == 1 ? " problem" : " problems") + " and cannot be used";
                    });
            return ExitCodes.FOUND;
        } catch (IOException e) {
            throw RulesOption.unreadable(folder, e);
        } finally {
            out.flush();
        }
    }

    private void summary(Ruleset ruleset, Language language, PrintWriter out) {
        int rules = ruleset.rules().size();
        int clauses = ruleset.data().clauses().numbers().size();
        int parameters = ruleset.data().parameters().all().size();
        out.println(
                switch (language) {
                    case ZH ->
                        "规则目录 " + folder + " 可用：" + rules + " 条规则，" + clauses + " 个条款，" + parameters + " 个参数，版本 "
                                + ruleset.version();
                    case EN ->
                        folder + " can be used: " + rules + " rules, " + clauses + " clauses, " + parameters
                                + " parameters, version " + ruleset.version();
                });
    }
}
