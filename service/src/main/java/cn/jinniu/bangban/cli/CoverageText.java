package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.coverage.Coverage;
import cn.jinniu.bangban.coverage.Mutation;
import cn.jinniu.bangban.coverage.Trial;
import cn.jinniu.bangban.engine.RuleInfo;
import cn.jinniu.bangban.text.Language;
import cn.jinniu.bangban.text.Text;
import java.io.PrintWriter;
import java.util.List;

/** Coverage for a terminal: clause, rule and in how many scenarios it fires, then what is missing. */
final class CoverageText {
    private final Coverage coverage;
    private final Language language;
    private final PrintWriter out;

    CoverageText(Coverage coverage, Language language, PrintWriter out) {
        this.coverage = coverage;
        this.language = language;
        this.out = out;
    }

    /** @param mutated whether changes were tried */
    void print(boolean mutated) {
        Table table = new Table(
                say("规则", "Rules"),
                List.of(say("条款", "Clause"), say("场景数", "Scenarios"), say("规则", "Rule"), say("位置", "Where")));
        coverage.rules()
                .forEach((rule, scenarios) ->
                        table.row(rule.clause(), Integer.toString(scenarios.size()), rule.name(), where(rule)));
        table.print(out);
        for (RuleInfo rule : coverage.unfired()) {
            out.println(where(rule) + say("：没有场景使这条规则得出结果：", ": no scenario makes this rule fire: ") + rule.name());
        }
        if (mutated) {
            coverage.unnoticed().forEach(trial -> out.println(unnoticed(trial.mutation())));
            out.println(say("改动被察觉：", "Changes noticed: ") + coverage.score() + " % ("
                    + coverage.count(Trial.Result.NOTICED) + say(" 处被察觉，", " noticed, ")
                    + coverage.count(Trial.Result.UNNOTICED) + say(" 处没有，", " not, ")
                    + coverage.count(Trial.Result.REFUSED) + say(" 处改动后规则不能用)", " refused as rules)"));
        }
        out.flush();
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

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String where(RuleInfo rule) {
        return rule.file() + ':' + rule.line();
    }

    private String say(String zh, String en) {
        return new Text(zh, en).in(language);
    }
}
