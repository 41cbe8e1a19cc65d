package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.engine.sandbox.CompiledCode;
import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.text.Text;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.FunctionDescr;
import org.kie.api.definition.KiePackage;

/** What compiled rules may not use, as problems of the rule files they come from. */
final class CompiledCodeChecks {
    private CompiledCodeChecks() {}

    /** Whether compiled rules use only what they may; then they are made ready to run, and else problems are added. */
    static boolean pass(
            Collection<KiePackage> packages, List<Located> rules, List<RuleFile> files, List<RulesetProblem> problems) {
        Map<String, Set<String>> refused = CompiledCode.guard(packages);
        refused.forEach((type, what) -> problems.add(problem(type, what, rules, files)));
        return refused.isEmpty();
    }

    private static RulesetProblem problem(String type, Set<String> used, List<Located> rules, List<RuleFile> files) {
        String what = String.join(", ", used);
        String zh = "规则不能使用 " + what + "；请改用 rules/README.md 里列出的事实和函数";
        String en = "a rule may not use " + what + "; use the facts and functions that rules/README.md lists";
        for (Located rule : rules) {
            String name = rule.rule().getClassName();
            if (name != null && type.startsWith(name)) {
                return rule.problem(ProblemKind.NOT_ALLOWED, written(used), zh, en);
            }
        }
        for (RuleFile file : files) {
            for (FunctionDescr function : file.content().getFunctions()) {
                if (type.equalsIgnoreCase(function.getName())) {
                    return at(file, function, written(used), new Text(zh, en));
                }
            }
        }
        return new RulesetProblem(".", 0, 0, 0, ProblemKind.NOT_ALLOWED, new Text(zh, en));
    }

    /** The word by which the first of what is used was written: a member's name, or a type's where one is created. */
    private static String written(Set<String> used) {
        String first = used.iterator().next();
        String plain = first.endsWith(".<init>") ? first.substring(0, first.length() - ".<init>".length()) : first;
        String word = plain.substring(Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(':')) + 1);
        return word.split("[^\\p{Alnum}_]", 2)[0].isEmpty() ? plain : word.split("[^\\p{Alnum}_]", 2)[0];
    }

    private static RulesetProblem at(RuleFile file, FunctionDescr function, String word, Text said) {
        String text = file.text();
        int from = Math.max(0, function.getStartCharacter());
        int at = text.indexOf(word, from);
        if (at < 0) {
            return new RulesetProblem(file.path(), function.getLine(), 0, 0, ProblemKind.NOT_ALLOWED, said);
        }
        String before = text.substring(0, at);
        return new RulesetProblem(
                file.path(),
                1 + (int) before.chars().filter(c -> c == '\n').count(),
                at - before.lastIndexOf('\n'),
                word.length(),
                ProblemKind.NOT_ALLOWED,
                said);
    }
}
