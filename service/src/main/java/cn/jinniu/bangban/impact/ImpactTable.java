package cn.jinniu.bangban.impact;

import cn.jinniu.bangban.impact.Change.AnswerKind;
import cn.jinniu.bangban.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A table of a summary, for people to read.
 *
 * @param title what it counts, and by what
 * @param columns the aspects that occur in it
 * @param rows at least one
 */
public record ImpactTable(Text title, List<Aspect> columns, List<Row> rows) {
    /**
     * @param key as programs call it
     * @param name as people do
     */
    public record Row(String key, Text name, Tally tally) {}

    /** All tables that have anything to say, obligations first. */
    public static List<ImpactTable> all(ImpactSummary summary, Side before, Side after) {
        Names names = new Names(before, after);
        List<ImpactTable> tables = new ArrayList<>();
        add(
                tables,
                new Text("按义务", "By duty"),
                summary.byCode(AnswerKind.OBLIGATION),
                code -> names.code(AnswerKind.OBLIGATION, code));
        add(tables, new Text("按单位（义务）", "By unit (obligations)"), summary.byUnit(), names::unit);
        add(
                tables,
                new Text("按认定", "By determination"),
                summary.byCode(AnswerKind.DETERMINATION),
                code -> names.code(AnswerKind.DETERMINATION, code));
        add(
                tables,
                new Text("按提醒", "By alert"),
                summary.byCode(AnswerKind.ALERT),
                code -> names.code(AnswerKind.ALERT, code));
        add(tables, new Text("按条款（全部答复）", "By clause (all answers)"), summary.byClause(), names::clause);
        return tables;
    }

    private static void add(
            List<ImpactTable> tables, Text title, Map<String, Tally> tallies, Function<String, Text> name) {
        List<Row> rows = tallies.entrySet().stream()
                .map(entry -> new Row(entry.getKey(), name.apply(entry.getKey()), entry.getValue()))
                .toList();
        if (!rows.isEmpty()) {
            List<Aspect> columns = new ArrayList<>();
            for (Aspect aspect : Aspect.values()) {
                if (rows.stream().anyMatch(row -> row.tally().of(aspect) > 0)) {
                    columns.add(aspect);
                }
            }
            tables.add(new ImpactTable(title, columns, rows));
        }
    }
}
