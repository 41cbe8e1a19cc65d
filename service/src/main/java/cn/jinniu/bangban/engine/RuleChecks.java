package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.ruleset.Nearest;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks rules against the plain files beside them: clauses, codes, parameters, units; and against one another. */
final class RuleChecks {
    private static final Pattern CALL = Pattern.compile(
            "\\b(answers\\s*\\.\\s*(?:owe|determine|alert)|parameters\\s*\\.\\s*\\w+|\\.\\s*(?:by|to|attendee)|units\\s*\\.\\s*unit)\\s*\\(\\s*\"([^\"\\n]*)\"");

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
            checkCalls(rule);
        }
    }

    private void checkName(Located rule) {
        Located before = byName.putIfAbsent(rule.rule().getName(), rule);
        if (before != null) {
            problems.add(rule.problem(
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
                    "规则没有写明条款;请在规则名下一行加上 @clause(\"条款号\")",
                    "the rule names no clause; add @clause(\"number\") on the line below its name"));
        } else if (!known.contains(clause)) {
            problems.add(rule.problem(
                    "方案没有条款 " + clause + Nearest.hintZh(clause, known),
                    "the scheme has no clause " + clause + Nearest.hintEn(clause, known)));
        } else if (!rule.rule().getName().startsWith(clause + " ")) {
            problems.add(rule.problem(
                    "规则名应以其条款号「" + clause + " 」开头", "the rule's name must begin with its clause number, " + clause));
        }
    }

    /** Order comes from what rules read and give; an attribute that changes it would let a rule miss facts. */
    private void checkAttributes(Located rule) {
        rule.rule().getAttributes().keySet().stream()
                .filter(attribute -> !attribute.equals("dialect"))
                .forEach(attribute -> problems.add(rule.problem(
                        "规则不能使用属性 " + attribute + ";规则的先后由所用的事实自动确定,请删去",
                        "a rule takes no attribute " + attribute
                                + "; its place follows from the facts it uses, so remove it")));
    }

    /** What a rule gives must be plain to see, for the order of reasoning rests on it. */
    private void checkInserts(Located rule) {
        if (RuleGives.of(rule.rule()).contains("")) {
            problems.add(rule.problem(
                    rule.rule().getConsequenceLine(),
                    0,
                    "insert 里要直接写明新事实:insert( new 类型( … ) )",
                    "insert says what it puts in: write insert( new Type( … ) )"));
        }
    }

    private void checkCalls(Located rule) {
        String text = String.valueOf(rule.rule().getConsequence());
        Matcher calls = CALL.matcher(JavaText.withoutComments(text));
        while (calls.find()) {
            String call = calls.group(1).replaceAll("\\s", "");
            String name = calls.group(2);
            int line = rule.rule().getConsequenceLine()
                    + (int) text.substring(0, calls.start(2))
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            switch (call) {
                case "answers.owe" ->
                    known(rule, line, name, data.catalogue().obligations().keySet(), "义务代码", "obligation");
                case "answers.alert" ->
                    known(rule, line, name, data.catalogue().alerts().keySet(), "提醒代码", "alert");
                case "answers.determine" ->
                    known(rule, line, name, data.catalogue().determinations().keySet(), "认定代码", "determination");
                case ".by", ".to", ".attendee", "units.unit" ->
                    known(rule, line, name, data.directory().units().keySet(), "单位", "unit");
                default -> known(rule, line, name, data.parameters().all().keySet(), "参数", "parameter");
            }
        }
    }

    private void known(Located rule, int line, String name, Collection<String> names, String zh, String en) {
        if (!names.contains(name)) {
            problems.add(rule.problem(
                    line,
                    0,
                    "没有" + zh + "「" + name + "」" + Nearest.hintZh(name, names),
                    "there is no " + en + " \"" + name + "\"" + Nearest.hintEn(name, names)));
        }
    }
}
