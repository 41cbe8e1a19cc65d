package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.scenario.Difference;
import cn.jinniu.bangban.scenario.Scenario;
import cn.jinniu.bangban.scenario.ScenarioOutcome;
import cn.jinniu.bangban.text.Language;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Says how a replay came out: every scenario with differences, then how many there are. */
final class ReplayReport {
    private final Language language;
    private final PrintWriter out;

    ReplayReport(Language language, PrintWriter out) {
        this.language = language;
        this.out = out;
    }

    void print(List<Replayed> replayed) {
        int differing = 0;
        for (Replayed one : replayed) {
            ScenarioOutcome outcome = one.outcome();
            if (!outcome.asExpected()) {
                differing++;
                Scenario scenario = outcome.scenario();
                out.println(scenario.file() + ": " + scenario.title().in(language));
                outcome.differences()
                        .forEach(difference -> lines(difference, language).forEach(line -> out.println("  " + line)));
                out.println();
            }
        }
        out.println(
                switch (language) {
                    case ZH ->
                        "重放 " + replayed.size() + " 个场景：" + (replayed.size() - differing) + " 个符合预期，" + differing
                                + " 个有差别";
                    case EN ->
                        replayed.size() + " scenarios replayed: " + (replayed.size() - differing) + " as expected, "
                                + differing + " with differences";
                });
    }

    /** A difference in lines: which answer, then each field that differs. */
    static List<String> lines(Difference difference, Language language) {
        List<String> lines = new ArrayList<>();
        String at = difference.line() == 0
                ? ""
                : language == Language.ZH ? "第 " + difference.line() + " 行：" : "line " + difference.line() + ": ";
        lines.add(at + difference.what().in(language));
        for (Difference.FieldDifference field : difference.fields()) {
            lines.add(
                    switch (language) {
                        case ZH -> "    " + field.field() + "：预期 " + field.expected() + " → 实际 " + field.actual();
                        case EN ->
                            "    " + field.field() + ": expected " + field.expected() + " → actual " + field.actual();
                    });
        }
        return lines;
    }
}
