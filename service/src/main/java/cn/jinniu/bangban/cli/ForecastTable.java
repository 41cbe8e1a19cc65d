package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.AnswerChange;
import cn.jinniu.bangban.decision.AnswerChanges;
import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.forecast.Forecast;
import cn.jinniu.bangban.ruleset.Catalogue;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.text.Language;
import cn.jinniu.bangban.text.Text;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;

/** Shows a forecast as a table for people: a row for each answer that changes, day by day. */
final class ForecastTable {
    private static final List<Text> HEADINGS = List.of(
            new Text("日期", "Day"),
            new Text("变化", "Change"),
            new Text("什么", "What"),
            new Text("有关单位", "Units"),
            new Text("对象", "Subject"),
            new Text("期限", "Due"),
            new Text("情况", "State"));

    private final Names names;
    private final Catalogue catalogue;

    ForecastTable(RulesetData data, Language language) {
        this.names = new Names(data, language);
        this.catalogue = names.catalogue;
    }

    void print(Forecast forecast, PrintWriter out) {
        out.println(names.say("自 ", "From ")
                + forecast.asOf()
                + names.say(" 至 ", " to ")
                + forecast.until()
                + names.say("，若无其他变化", ", if nothing else happens"));
        out.println();
        Table table = new Table(
                names.say("变化", "Changes"), HEADINGS.stream().map(names::in).toList());
        for (Forecast.Day day : forecast.days()) {
            String date = day.day().toString();
            rows(date, day.changes().determinations(), this::determination, table);
            rows(date, day.changes().obligations(), this::obligation, table);
            rows(date, day.changes().alerts(), this::alert, table);
        }
        table.print(out);
    }

    /** Cells of one answer: what, units, subject, due day, state. */
    private interface Cells<A> {
        List<String> of(A answer);
    }

    private <A> void rows(String day, AnswerChanges<A> changes, Cells<A> cells, Table table) {
        changes.added().forEach(answer -> row(day, names.say("新增", "added"), cells.of(answer), table));
        for (AnswerChange<A> change : changes.changed()) {
            List<String> before = cells.of(change.before());
            List<String> after = cells.of(change.after());
            List<String> both = Stream.iterate(0, column -> column + 1)
                    .limit(after.size())
                    .map(column -> before.get(column).equals(after.get(column))
                            ? after.get(column)
                            : before.get(column) + " → " + after.get(column))
                    .toList();
            row(day, names.say("变更", "changed"), both, table);
        }
        changes.removed().forEach(answer -> row(day, names.say("取消", "removed"), cells.of(answer), table));
    }

    private static void row(String day, String change, List<String> cells, Table table) {
        table.row(Stream.concat(Stream.of(day, change), cells.stream()).toArray(String[]::new));
    }

    private List<String> determination(Determination one) {
        Catalogue.DeterminationCode code = catalogue.determinations().get(one.code());
        return List.of(
                code == null ? one.code() : names.in(code.name()),
                "",
                names.subject(one.subject()),
                "",
                names.value(one.value()));
    }

    private List<String> obligation(Obligation one) {
        String name = names.of(catalogue.obligations(), one.code());
        return List.of(
                one.period() == null ? name : name + ' ' + one.period(),
                names.unit(one.bearer()),
                names.subject(one.subject()),
                one.due() == null ? "" : one.due() + (one.provisional() ? names.say("（暂定）", " (provisional)") : ""),
                names.of(catalogue.statuses(), one.status()));
    }

    private List<String> alert(Alert one) {
        Obligation about = one.obligation();
        String name = names.of(catalogue.alerts(), one.code());
        return List.of(
                about == null
                        ? name
                        : name
                                + names.say("：", ": ")
                                + names.of(catalogue.obligations(), about.code())
                                + (about.period() == null ? "" : ' ' + about.period()),
                String.join(
                        names.comma(),
                        one.addressees().stream().map(names::unit).toList()),
                names.subject(one.subject()),
                "",
                names.of(catalogue.severities(), one.severity()));
    }
}
