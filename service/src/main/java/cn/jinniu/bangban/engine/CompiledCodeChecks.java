package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.engine.sandbox.CompiledCode;
import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.text.Text;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.api.definition.KiePackage;

/** What compiled rules may not use, as problems of the rule files they come from. */
final class CompiledCodeChecks {
    private CompiledCodeChecks() {}

    /** Whether compiled rules use only what they may; then they are made ready to run, and else problems are added. */
    static boolean pass(
            Collection<KiePackage> packages, List<Located> rules, List<RuleFile> files, List<RulesetProblem> problems) {
        Map<String, Set<String>> refused = CompiledCode.guard(packages);
        refused.forEach((type, what) -> problems.add(problem(type, String.join(", ", what), rules, files)));
        return refused.isEmpty();
    }

    private static RulesetProblem problem(String type, String what, List<Located> rules, List<RuleFile> files) {
        String zh = "规则不能使用:" + what + ";请改用 rules/README.md 里列出的事实和函数";
        String en = "a rule may not use " + what + "; use the facts and functions that rules/README.md lists";
        for (Located rule : rules) {
            String name = rule.rule().getClassName();
            if (name != null && type.startsWith(name)) {
                return rule.problem(ProblemKind.NOT_ALLOWED, zh, en);
            }
        }
        for (RuleFile file : files) {
            for (var function : file.content().getFunctions()) {
                if (type.equalsIgnoreCase(function.getName())) {
                    return new RulesetProblem(
                            file.path(), function.getLine(), 0, 0, ProblemKind.NOT_ALLOWED, new Text(zh, en));
                }
            }
        }
        return new RulesetProblem(".", 0, 0, 0, ProblemKind.NOT_ALLOWED, new Text(zh, en));
    }
}
