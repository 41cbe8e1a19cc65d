package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.impact.Side;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds and loads the two rulesets to compare. */
final class DiffSides {
    private DiffSides() {}

    /**
     * A ruleset by what a person calls it.
     *
     * @param named a folder, or {@code REVISION:FOLDER} in the git repository that the current folder is in
     */
    static Side load(String named) {
        int colon = named.indexOf(':');
        boolean folder = colon < 0 || Files.isDirectory(Path.of(named));
        return folder
                ? load(named, folder(Path.of(named)))
                : git(named.substring(0, colon), named.substring(colon + 1));
    }

    /** A folder as a revision has it. */
    static Side git(String revision, String folder) {
        return load(revision + ":" + folder, GitRules.read(Path.of(""), revision, folder));
    }

    private static RulesetSource folder(Path folder) {
        try {
            return RulesetSource.read(folder);
        } catch (IOException e) {
            throw new Failure(
                    "无法读取规则目录 " + folder + "（" + IoReasons.of(e).zh() + "）",
                    "cannot read the rules folder " + folder + " ("
                            + IoReasons.of(e).en() + ")");
        }
    }

    private static Side load(String label, RulesetSource source) {
        try {
            return new Side(label, new DecisionDesk(Ruleset.load(source)), source);
        } catch (RulesetRefused refused) {
            throw new RulesFailure(Path.of(label), refused.problems());
        }
    }
}
