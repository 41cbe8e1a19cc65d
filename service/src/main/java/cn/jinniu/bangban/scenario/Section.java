package cn.jinniu.bangban.scenario;

import cn.jinniu.bangban.text.Text;
import java.util.ArrayList;
import java.util.List;

/** The three kinds of answers of a decision, with the fields the contract gives them. */
public enum Section {
    DETERMINATIONS(
            "determinations",
            new Text("认定", "determination"),
            List.of("code", "subject"),
            List.of("value", "grounds", "clause", "rule")),
    OBLIGATIONS(
            "obligations",
            new Text("义务", "obligation"),
            List.of("id", "code", "bearer", "subject", "period"),
            List.of(
                    "clause",
                    "rule",
                    "assignee",
                    "due",
                    "status",
                    "fulfilledOn",
                    "daysLate",
                    "attendees",
                    "provisional",
                    "message")),
    ALERTS(
            "alerts",
            new Text("提醒", "alert"),
            List.of("id", "code", "subject", "obligation"),
            List.of("severity", "addressees", "clause", "message"));

    private final String member;
    private final Text singular;
    private final List<String> identifying;
    private final List<String> others;

    Section(String member, Text singular, List<String> identifying, List<String> others) {
        this.member = member;
        this.singular = singular;
        this.identifying = identifying;
        this.others = others;
    }

    /** What it is called in a decision and in a scenario. */
    public String member() {
        return member;
    }

    /** What one of its answers is called. */
    Text singular() {
        return singular;
    }

    /** Fields that say which answer is meant. */
    List<String> identifying() {
        return identifying;
    }

    boolean knows(String field) {
        return identifying.contains(field) || others.contains(field);
    }

    /** All fields of its answers. */
    List<String> fields() {
        List<String> all = new ArrayList<>(identifying);
        all.addAll(others);
        return all;
    }
}
