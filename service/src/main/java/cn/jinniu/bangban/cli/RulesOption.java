package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.io.IOException;
import java.nio.file.Path;
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

    /** A desk that decides by the folder. */
    DecisionDesk desk() {
        QuietLogging.ask();
        try {
            return new DecisionDesk(Ruleset.load(RulesetSource.read(folder)));
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
