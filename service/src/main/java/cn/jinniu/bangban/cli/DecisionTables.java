package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.ruleset.Catalogue;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.text.Language;
import cn.jinniu.bangban.text.Text;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Shows a decision as tables for people, in their language and with names instead of codes. */
final class DecisionTables {
    private static final Text NAME = new Text("名称", "Name");
    private static final Text SUBJECT = new Text("对象", "Subject");
    private static final Text CLAUSE = new Text("条款", "Clause");

    private final Names names;
    private final Catalogue catalogue;

    DecisionTables(RulesetData data, Language language) {
        this.names = new Names(data, language);
        this.catalogue = names.catalogue;
    }

    void print(Decision decision, PrintWriter out) {
        out.println(names.say("决定日 ", "Decided for ")
                + decision.asOf()
                + names.say("，规则版本 ", ", ruleset version ")
                + decision.version()
                        .substring(0, Math.min(12, decision.version().length())));
        out.println();
        determinations(decision.determinations()).print(out);
        obligations(decision.obligations()).print(out);
        alerts(decision.alerts()).print(out);
    }

    private Table determinations(List<Determination> determinations) {
        Table table = new Table(
                names.say("认定", "Determinations"),
                in(NAME, SUBJECT, new Text("结果", "Value"), new Text("依据", "Grounds"), CLAUSE));
        for (Determination one : determinations) {
            Catalogue.DeterminationCode code = catalogue.determinations().get(one.code());
            table.row(
                    code == null ? one.code() : names.in(code.name()),
                    names.subject(one.subject()),
                    names.value(one.value()),
                    one.grounds().stream()
                            .map(ground -> code == null ? ground : names.of(code.grounds(), ground))
                            .collect(Collectors.joining(names.comma())),
                    one.clause());
        }
        return table;
    }

    private Table obligations(List<Obligation> obligations) {
        Table table = new Table(
                names.say("义务", "Obligations"),
                in(
                        new Text("状态", "Status"),
                        new Text("期限", "Due"),
                        new Text("逾期天数", "Days late"),
                        NAME,
                        new Text("责任单位", "Bearer"),
                        SUBJECT,
                        new Text("期间", "Period"),
                        CLAUSE));
        for (Obligation one : obligations) {
            table.row(
                    names.of(catalogue.statuses(), one.status()),
                    one.due() == null ? "" : one.due() + (one.provisional() ? names.say("（暂定）", " (provisional)") : ""),
                    one.daysLate() == 0 ? "" : Integer.toString(one.daysLate()),
                    names.of(catalogue.obligations(), one.code()),
                    names.unit(one.bearer()),
                    names.subject(one.subject()),
                    one.period() == null ? "" : one.period(),
                    one.clause());
        }
        return table;
    }

    private Table alerts(List<Alert> alerts) {
        Table table = new Table(
                names.say("提醒", "Alerts"),
                in(
                        new Text("级别", "Severity"),
                        NAME,
                        new Text("关于", "About"),
                        SUBJECT,
                        new Text("收件单位", "Addressees"),
                        CLAUSE));
        for (Alert one : alerts) {
            Obligation obligation = one.obligation();
            table.row(
                    names.of(catalogue.severities(), one.severity()),
                    names.of(catalogue.alerts(), one.code()),
                    obligation == null ? "" : names.of(catalogue.obligations(), obligation.code()),
                    names.subject(one.subject()),
                    one.addressees().stream().map(names::unit).collect(Collectors.joining(names.comma())),
                    one.clause());
        }
        return table;
    }

    private List<String> in(Text... headings) {
        return List.of(headings).stream().map(names::in).toList();
    }
}
