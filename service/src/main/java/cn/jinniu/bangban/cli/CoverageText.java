package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.coverage.Coverage;
import cn.jinniu.bangban.coverage.Mutation;
import cn.jinniu.bangban.coverage.OneSided;
import cn.jinniu.bangban.coverage.Trial;
import cn.jinniu.bangban.engine.RuleInfo;
import cn.jinniu.bangban.text.Language;
import cn.jinniu.bangban.text.Text;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Coverage for a terminal: clause by rule by folder of scenarios, then what is missing. */
final class CoverageText {
    private final Coverage coverage;
    private final ScenarioGroups groups;
    private final Language language;
    private final PrintWriter out;

    CoverageText(Coverage coverage, Language language, PrintWriter out) {
        this.coverage = coverage;
        this.groups = new ScenarioGroups(coverage.scenarios());
        this.language = language;
        this.out = out;
    }

    /**
     * Prints.
     *
     * @param mutated whether changes were tried
     * @param full whether each rule's scenarios are listed
     */
    void print(boolean mutated, boolean full) {
        matrix();
        if (full) {
            coverage.rules().forEach(this::list);
        }
        for (RuleInfo rule : coverage.unfired()) {
            out.println(where(rule) + say("：没有场景使这条规则得出结果：", ": no scenario makes this rule fire: ") + rule.name());
        }
        coverage.oneSided().forEach(one -> out.println(oneSided(one)));
        coverage.blind().forEach(value -> out.println(blind(value)));
        out.println(say("条件：", "Conditions: ")
                + coverage.conditions()
                + say(" 个，场景没有从两面说明的 ", ", not shown both ways by scenarios: ")
                + coverage.oneSided().size());
        if (mutated) {
            coverage.unnoticed().forEach(trial -> out.println(unnoticed(trial.mutation())));
            out.println(say("改动被察觉：", "Changes noticed: ") + coverage.score() + " % ("
                    + coverage.count(Trial.Result.NOTICED) + say(" 处被察觉，", " noticed, ")
                    + coverage.count(Trial.Result.UNNOTICED) + say(" 处没有，", " not, ")
                    + coverage.count(Trial.Result.REFUSED) + say(" 处改动后规则不能用)", " refused as rules)"));
        }
        out.flush();
    }

    private void matrix() {
        List<String> folders = List.copyOf(groups.count(coverage.scenarios()).keySet());
        List<String> headings = new ArrayList<>(List.of(say("条款", "Clause"), say("场景数", "Scenarios")));
        folders.forEach(folder -> headings.add(brief(folder)));
        headings.add(say("规则", "Rule"));
        headings.add(say("位置", "Where"));
        Table table = new Table(say("规则", "Rules"), headings);
        coverage.rules().forEach((rule, scenarios) -> {
            Map<String, Integer> counts = groups.count(scenarios);
            List<String> cells = new ArrayList<>(List.of(rule.clause(), Integer.toString(scenarios.size())));
            folders.forEach(folder -> cells.add(counts.containsKey(folder) ? "" + counts.get(folder) : "·"));
            cells.add(rule.name());
            cells.add(where(rule));
            table.row(cells.toArray(String[]::new));
        });
        table.print(out);
    }

    /** A folder's name as far as it fits above a number. */
    private static String brief(String folder) {
        int end = folder.indexOf('-');
        return end > 0 && Character.isDigit(folder.charAt(0))
                ? folder.substring(0, end)
                : folder.substring(0, Math.min(folder.length(), 8));
    }

    private void list(RuleInfo rule, List<String> scenarios) {
        out.println(rule.name());
        scenarios.forEach(scenario -> out.println("    " + scenario));
    }

    private String oneSided(OneSided one) {
        return one.condition().rule().file() + ':' + one.condition().line() + ':'
                + one.condition().column() + ": "
                + oneSided(one, language) + " «" + oneLine(one.condition().text()) + "»";
    }

    /** In which respect scenarios do not show a condition. */
    static String oneSided(OneSided one, Language language) {
        Text text = one.everTrue()
                ? new Text("没有场景使这一条件不成立：", "no scenario makes this condition false:")
                : one.everFalse()
                        ? new Text("没有场景使这一条件成立：", "no scenario makes this condition true:")
                        : new Text("没有场景说到这一条件：", "no scenario comes to this condition:");
        return text.in(language);
    }

    private String blind(Coverage.BlindValue value) {
        return "parameters.yaml:" + value.line() + ": "
                + say("没有场景察觉这个值：", "no scenario notices this value: ") + value.parameter() + " = "
                + value.value();
    }

    private String unnoticed(Mutation mutation) {
        return mutation.file() + ':' + mutation.line() + ':' + mutation.column() + ": "
                + say("没有场景察觉这一改动（", "no scenario notices this change (")
                + mutation.kind().text().in(language) + say("）：", "): ") + change(mutation);
    }

    /** What is changed to what, on one line. */
    static String change(Mutation mutation) {
        String after = oneLine(mutation.after());
        return "«" + oneLine(mutation.before()) + "» → " + (after.isEmpty() ? "∅" : "«" + after + "»");
    }

    static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String where(RuleInfo rule) {
        return rule.file() + ':' + rule.line();
    }

    private String say(String zh, String en) {
        return new Text(zh, en).in(language);
    }
}
