package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.ruleset.Nearest;
import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.AttributeDescr;

/** Checks what rules say of themselves: name, clause, attributes, what they give. */
final class RuleChecks {
    private static final Set<String> REASONED = Set.of("salience", "no-loop");

    private final RulesetData data;
    private final List<RulesetProblem> problems;
    private final Map<String, Located> byName = new HashMap<>();

    RuleChecks(RulesetData data, List<RulesetProblem> problems) {
        this.data = data;
        this.problems = problems;
    }

    void check(List<Located> rules) {
        for (Located rule : rules) {
            checkName(rule);
            checkClause(rule);
            checkAttributes(rule);
            checkInserts(rule);
        }
    }

    private void checkName(Located rule) {
        Located before = byName.putIfAbsent(rule.rule().getName(), rule);
        if (before != null) {
            problems.add(rule.problem(
                    ProblemKind.RULE_NAME,
                    "规则名「" + rule.rule().getName() + "」已在 " + before.file().path() + " 第 "
                            + before.rule().getLine() + " 行使用;请换一个名称",
                    "the rule name «" + rule.rule().getName() + "» is taken by "
                            + before.file().path() + ", line " + before.rule().getLine() + "; give it another name"));
        }
    }

    private void checkClause(Located rule) {
        String clause = rule.clause();
        Collection<String> known = data.clauses().numbers();
        if (clause.isEmpty()) {
            problems.add(rule.problem(
                    ProblemKind.NO_CLAUSE,
                    "规则没有写明条款;请在规则名下一行加上 @clause(\"条款号\")",
                    "the rule names no clause; add @clause(\"number\") on the line below its name"));
        } else if (!known.contains(clause)) {
            problems.add(rule.problem(
                    ProblemKind.UNKNOWN_CLAUSE,
                    '"' + clause + '"',
                    "方案没有条款 " + clause + Nearest.hintZh(clause, known),
                    "the scheme has no clause " + clause + Nearest.hintEn(clause, known)));
        } else if (!rule.rule().getName().startsWith(clause + " ")) {
            problems.add(rule.problem(
                    ProblemKind.RULE_NAME,
                    "规则名应以其条款号「" + clause + " 」开头",
                    "the rule's name must begin with its clause number, " + clause));
        }
    }

    /**
     * Order comes from what rules read and give; an attribute that changes it would let a rule miss facts. The two that
     * cannot — salience, which orders only rules that wait for no other, and no-loop — are for whoever says why.
     */
    private void checkAttributes(Located rule) {
        for (AttributeDescr attribute : rule.rule().getAttributes().values()) {
            String name = attribute.getName();
            if (name.equals("dialect")) {
                continue;
            }
            if (!REASONED.contains(name)) {
                problems.add(rule.problem(
                        ProblemKind.NOT_ALLOWED,
                        name,
                        "规则不能使用属性 " + name + "；规则的先后由所用的事实自动确定，请删去",
                        "a rule takes no attribute " + name
                                + "; its place follows from the facts it uses, so remove it"));
            } else if (!Reasons.given(rule, name)) {
                problems.add(rule.problem(
                        ProblemKind.NO_REASON,
                        name,
                        "用了 " + name + " 而没有写理由；规则的先后由所用的事实自动确定，请删去；确有必要的，在同一行用 // 写明理由",
                        name
                                + " is used and no reason given; the order of rules follows from the facts they use, so remove it,"
                                + " or say on its line, behind //, why it must be"));
            } else if (name.equals("salience") && !Reasons.isModest(attribute)) {
                problems.add(rule.problem(
                        ProblemKind.RULE_FILE,
                        name,
                        "salience 只能写 -400 至 400 的整数",
                        "salience is a whole number from -400 to 400"));
            }
        }
    }

    /** What a rule gives must be plain to see, for the order of reasoning rests on it. */
    private void checkInserts(Located rule) {
        if (RuleGives.of(rule.rule()).contains("")) {
            problems.add(rule.problem(
                    ProblemKind.RULE_FILE,
                    RuleGives.unclear(rule.rule()),
                    "insert 里要直接写明新事实：insert( new 类型( … ) )",
                    "insert says what it puts in: write insert( new Type( … ) )"));
        }
    }
}
