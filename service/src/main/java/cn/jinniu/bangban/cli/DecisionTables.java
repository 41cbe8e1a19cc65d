package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Subject;
import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.ruleset.Catalogue;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.text.Language;
import cn.jinniu.bangban.text.Text;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows a decision as tables for people, in their language and with names instead of codes. */
final class DecisionTables {
    private static final Text NAME = new Text("名称", "Name");
    private static final Text SUBJECT = new Text("对象", "Subject");
    private static final Text CLAUSE = new Text("条款", "Clause");

    private final Catalogue catalogue;
    private final Map<String, Unit> units;
    private final Language language;

    DecisionTables(RulesetData data, Language language) {
        this.catalogue = data.catalogue();
        this.units = data.directory().units();
        this.language = language;
    }

    void print(Decision decision, PrintWriter out) {
        out.println(say("决定日 ", "Decided for ")
                + decision.asOf()
                + say("，规则版本 ", ", ruleset version ")
                + decision.version()
                        .substring(0, Math.min(12, decision.version().length())));
        out.println();
        determinations(decision.determinations()).print(out);
        obligations(decision.obligations()).print(out);
        alerts(decision.alerts()).print(out);
    }

    private Table determinations(List<Determination> determinations) {
        Table table = new Table(
                say("认定", "Determinations"),
                in(NAME, SUBJECT, new Text("结果", "Value"), new Text("依据", "Grounds"), CLAUSE));
        for (Determination one : determinations) {
            Catalogue.DeterminationCode code = catalogue.determinations().get(one.code());
            table.row(
                    code == null ? one.code() : code.name().in(language),
                    subject(one.subject()),
                    value(one.value()),
                    one.grounds().stream()
                            .map(ground -> code == null ? ground : name(code.grounds(), ground))
                            .collect(Collectors.joining(comma())),
                    one.clause());
        }
        return table;
    }

    private Table obligations(List<Obligation> obligations) {
        Table table = new Table(
                say("义务", "Obligations"),
                in(
                        new Text("状态", "Status"),
                        new Text("期限", "Due"),
                        new Text("逾期天数", "Days late"),
                        NAME,
                        new Text("责任单位", "Bearer"),
                        SUBJECT,
                        new Text("期间", "Period"),
                        CLAUSE));
        Map<String, Text> names = catalogue.obligations();
        for (Obligation one : obligations) {
            table.row(
                    name(catalogue.statuses(), one.status()),
                    one.due() == null ? "" : one.due() + (one.provisional() ? say("（暂定）", " (provisional)") : ""),
                    one.daysLate() == 0 ? "" : Integer.toString(one.daysLate()),
                    name(names, one.code()),
                    unit(one.bearer()),
                    subject(one.subject()),
                    one.period() == null ? "" : one.period(),
                    one.clause());
        }
        return table;
    }

    private Table alerts(List<Alert> alerts) {
        Table table = new Table(
                say("提醒", "Alerts"),
                in(
                        new Text("级别", "Severity"),
                        NAME,
                        new Text("关于", "About"),
                        SUBJECT,
                        new Text("收件单位", "Addressees"),
                        CLAUSE));
        Map<String, Text> names = catalogue.alerts();
        Map<String, Text> obligations = catalogue.obligations();
        for (Alert one : alerts) {
            Obligation obligation = one.obligation();
            table.row(
                    name(catalogue.severities(), one.severity()),
                    name(names, one.code()),
                    obligation == null ? "" : name(obligations, obligation.code()),
                    subject(one.subject()),
                    one.addressees().stream().map(this::unit).collect(Collectors.joining(comma())),
                    one.clause());
        }
        return table;
    }

    private String value(@Nullable Object value) {
        if (value == null) {
            return say("无", "none");
        }
        if (value instanceof Boolean truth) {
            return truth ? say("是", "yes") : say("否", "no");
        }
        return unit(value.toString());
    }

    private String subject(Subject subject) {
        Unit unit = units.get(subject.id());
        String called = subject.name() != null ? subject.name() : unit == null ? null : unit(subject.id());
        return called == null ? subject.id() : called + say("（", " (") + subject.id() + say("）", ")");
    }

    private String unit(String id) {
        Unit unit = units.get(id);
        return unit == null ? id : language == Language.ZH ? unit.nameZh() : unit.nameEn();
    }

    private <K> String name(Map<K, Text> names, K key) {
        Text name = names.get(key);
        return name == null ? key.toString() : name.in(language);
    }

    private List<String> in(Text... headings) {
        return List.of(headings).stream().map(heading -> heading.in(language)).toList();
    }

    private String comma() {
        return say("、", ", ");
    }

    private String say(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }
}
