package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.engine.sandbox.Budget;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** The rules folder to decide by. */
final class RulesOption {
    @Option(
            names = "--rules",
            paramLabel = "DIR",
            defaultValue = "${env:BANGBAN_RULES:-rules}",
            description = {
                "规则目录（默认取环境变量 BANGBAN_RULES，否则为 rules）",
                "Rules folder (default: BANGBAN_RULES, or else rules)"
            })
    Path folder = Path.of("rules");

    @Option(
            names = "--limit",
            paramLabel = "WHAT=HOW-MUCH",
            description = {
                "一项决定的上限，可写多次：time=30s（用时）、firings（触发次数）、facts（添加的事实）、matches（事实的组合）、steps（循环次数）",
                "What one decision may take; may be repeated: time=30s, firings, facts (added by rules), matches (of"
                        + " facts), steps (of loops)"
            })
    Map<String, String> limits = Map.of();

    /** A desk, and the files it decides by. */
    record Loaded(DecisionDesk desk, RulesetSource source) {}

    /** A desk that decides by the folder. */
    DecisionDesk desk() {
        return load().desk();
    }

    Loaded load() {
        QuietLogging.ask();
        Budget budget = LimitWords.budget(limits);
        try {
            RulesetSource source = RulesetSource.read(folder);
            return new Loaded(new DecisionDesk(Ruleset.load(source)).within(budget), source);
        } catch (RulesetRefused refused) {
            throw new RulesFailure(folder, refused.problems());
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    static Failure unreadable(Path folder, IOException e) {
        return new Failure(
                "无法读取规则目录 " + folder + "（" + IoReasons.of(e).zh() + "）；请用 --rules 指定",
                "cannot read the rules folder " + folder + " ("
                        + IoReasons.of(e).en() + "); name it with --rules");
    }
}
