package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.ruleset.RulesetSource;
import cn.jinniu.bangban.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * Bounds what a build may cost, before anything is built. The scheme needs some hundred rules; a folder far from that, or
 * a condition that would be taken apart into thousands, is a mistake.
 */
final class RuleLimits {
    private static final int MOST_RULES = 2_000;
    private static final int MOST_RULE_TEXT = 4 * 1024 * 1024;

    /** Drools makes a rule of its own of each way to fulfil alternatives. */
    private static final long MOST_WAYS_OF_A_RULE = 64;

    /** From here on it is said into how many, for somebody may not have meant it. */
    private static final long MANY_WAYS_OF_A_RULE = 8;

    private static final long MOST_WAYS = 4_000;

    private RuleLimits() {}

    /** Whether the rules can be built within bounds; adds a problem for each reason why not, and for each empty file. */
    static boolean check(RulesetSource source, List<RuleFile> files, List<RulesetProblem> problems) {
        empty(source, problems);
        long before = errors(problems);
        long text = textOf(files);
        long rules = rulesOf(files);
        if (!fewEnoughToExamine(files)) {
            problems.add(problem(
                    ".",
                    0,
                    ProblemKind.RULE_FILE,
                    "规则过多（" + rules + " 条，" + text + " 字），上限是 " + MOST_RULES + " 条、" + MOST_RULE_TEXT + " 字；请检查是否放错了文件",
                    "there are too many rules (" + rules + ", " + text + " characters); " + MOST_RULES + " rules of "
                            + MOST_RULE_TEXT + " characters are the limit. Check whether all files belong here"));
        }
        alternatives(files, problems);
        return errors(problems) == before;
    }

    /** Whether the rules can be looked at one by one, be it that they cannot be built. */
    static boolean fewEnoughToExamine(List<RuleFile> files) {
        return rulesOf(files) <= MOST_RULES && textOf(files) <= MOST_RULE_TEXT;
    }

    private static long textOf(List<RuleFile> files) {
        return files.stream().mapToLong(file -> file.text().length()).sum();
    }

    private static long rulesOf(List<RuleFile> files) {
        return files.stream()
                .mapToLong(file -> file.content().getRules().size())
                .sum();
    }

    private static long errors(List<RulesetProblem> problems) {
        return problems.stream().filter(RulesetProblem::isError).count();
    }

    /** A file that was saved empty is half saved: who wants none of its rules deletes it. */
    private static void empty(RulesetSource source, List<RulesetProblem> problems) {
        for (String path : source.rulePaths()) {
            byte[] bytes = source.bytes(path);
            if (bytes != null && bytes.length < 8 && new String(bytes, StandardCharsets.UTF_8).isBlank()) {
                problems.add(
                        problem(
                                path,
                                0,
                                ProblemKind.FILE,
                                "文件是空的，可能没有保存完；请恢复内容，不要的文件请删除",
                                "the file is empty, perhaps half saved; put its content back, or delete the file if it is not wanted"));
            }
        }
    }

    private static void alternatives(List<RuleFile> files, List<RulesetProblem> problems) {
        long all = 0;
        for (RuleFile file : files) {
            for (RuleDescr rule : file.content().getRules()) {
                long ways = rule.getLhs() == null ? 1 : ways(rule.getLhs());
                all = Math.min(Integer.MAX_VALUE, all + ways);
                if (ways > MANY_WAYS_OF_A_RULE && ways <= MOST_WAYS_OF_A_RULE) {
                    problems.add(
                            problem(
                                    file.path(),
                                    rule.getLine(),
                                    ProblemKind.MANY_WAYS,
                                    "规则「" + rule.getName() + "」里的 or 会展开成 " + ways + " 条规则；条件同在一个事实上的，请在括号里写 ||，那样不展开",
                                    "the or's of the rule «" + rule.getName() + "» are taken apart into " + ways
                                            + " rules; alternatives about one fact are better written || within its brackets, which are not"));
                } else if (ways > MOST_WAYS_OF_A_RULE) {
                    problems.add(problem(
                            file.path(),
                            rule.getLine(),
                            ProblemKind.TOO_MANY_WAYS,
                            "规则「" + rule.getName() + "」里的 or 会展开成 " + ways + " 条规则（上限 " + MOST_WAYS_OF_A_RULE
                                    + "）；请拆成几条规则，或者把 or 写进同一个条件",
                            "the rule «" + rule.getName() + "» has or's that would be taken apart into " + ways
                                    + " rules (the limit is " + MOST_WAYS_OF_A_RULE
                                    + "); make several rules of it, or write the or within one condition"));
                }
            }
        }
        if (all > MOST_WAYS) {
            problems.add(problem(
                    ".",
                    0,
                    ProblemKind.TOO_MANY_WAYS,
                    "全部规则里的 or 会展开成 " + all + " 条规则（上限 " + MOST_WAYS + "）；请减少 or",
                    "the or's of all rules would be taken apart into " + all + " rules (the limit is " + MOST_WAYS
                            + "); have fewer of them"));
        }
    }

    /** In how many ways a condition can be fulfilled; not more than {@link Integer#MAX_VALUE}. */
    private static long ways(BaseDescr condition) {
        if (!(condition instanceof ConditionalElementDescr element)) {
            return 1;
        }
        boolean either = condition instanceof OrDescr;
        long ways = either ? 0 : 1;
        for (Object part : element.getDescrs()) {
            long ofPart = part instanceof BaseDescr descr ? ways(descr) : 1;
            ways = Math.min(Integer.MAX_VALUE, either ? ways + ofPart : ways * ofPart);
        }
        return Math.max(1, ways);
    }

    private static RulesetProblem problem(String file, int line, ProblemKind kind, String zh, String en) {
        return new RulesetProblem(file, line, 0, 0, kind, new Text(zh, en));
    }
}
