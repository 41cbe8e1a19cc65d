package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.text.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds parameters that no rule file names. */
final class UnreadParameters {
    private static final String FILE = "parameters.yaml";

    private UnreadParameters() {}

    /**
     * @param written the text of the parameter file
     * @param texts those of all rule files
     */
    static List<RulesetProblem> check(Collection<String> keys, String written, Collection<String> texts) {
        List<RulesetProblem> problems = new ArrayList<>();
        List<String> lines = written.lines().toList();
        for (String key : keys) {
            if (texts.stream().anyMatch(text -> text.contains('"' + key + '"'))) {
                continue;
            }
            int line = 0;
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).replace("\"", "").replace("'", "").startsWith(key + ":")) {
                    line = i + 1;
                    break;
                }
            }
            problems.add(
                    new RulesetProblem(
                            FILE,
                            line,
                            line == 0 ? 0 : 1,
                            key.length(),
                            ProblemKind.UNREAD_PARAMETER,
                            new Text(
                                    "没有规则取用参数“" + key + "”，改它不会改变任何答复；请核对规则里写的参数名，不用的参数请删去",
                                    "no rule reads the parameter \"" + key
                                            + "\", so changing it changes no answer; check the name rules read it by, or remove it")));
        }
        return problems;
    }
}
