package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares whole answers: every field of every answer and the order they come in, but not the ruleset, the rules' names
 * and what people call a subject.
 */
public final class DecisionComparison {
    private final List<String> differences = new ArrayList<>();

    private DecisionComparison() {}

    /** What is missing, added, changed ({@code field: expected → actual}) or out of order; empty when nothing is. */
    public static List<String> differences(Decision expected, Decision actual) {
        DecisionComparison comparison = new DecisionComparison();
        if (!expected.asOf().equals(actual.asOf())) {
            comparison.differences.add("asOf: " + expected.asOf() + " → " + actual.asOf());
        }
        comparison.compare(
                "determination",
                expected.determinations(),
                actual.determinations(),
                determination -> determination.code() + ':' + name(determination.subject()),
                DecisionComparison::fields);
        comparison.compare(
                "obligation", expected.obligations(), actual.obligations(), Obligation::id, DecisionComparison::fields);
        comparison.compare("alert", expected.alerts(), actual.alerts(), Alert::id, DecisionComparison::fields);
        return comparison.differences;
    }

    private <T> void compare(
            String kind,
            List<T> expected,
            List<T> actual,
            Function<T, String> key,
            Function<T, Map<String, @Nullable Object>> fields) {
        Map<String, T> wanted = byKey(expected, key);
        Map<String, T> given = byKey(actual, key);
        int before = differences.size();
        wanted.forEach((id, answer) -> {
            if (!given.containsKey(id)) {
                differences.add("missing " + kind + ' ' + id + ' ' + fields.apply(answer));
            }
        });
        given.forEach((id, answer) -> {
            T other = wanted.get(id);
            if (other == null) {
                differences.add("added " + kind + ' ' + id + ' ' + fields.apply(answer));
            } else {
                compareFields(kind + ' ' + id, fields.apply(other), fields.apply(answer));
            }
        });
        List<String> order = List.copyOf(wanted.keySet());
        List<String> actualOrder = List.copyOf(given.keySet());
        if (differences.size() == before && !order.equals(actualOrder)) {
            int i = 0;
            while (order.get(i).equals(actualOrder.get(i))) {
                i++;
            }
            differences.add("order of " + kind + "s, at " + i + ": " + order.get(i) + " → " + actualOrder.get(i));
        }
    }

    private void compareFields(
            String answer, Map<String, @Nullable Object> expected, Map<String, @Nullable Object> actual) {
        expected.forEach((field, value) -> {
            if (!Objects.equals(value, actual.get(field))) {
                differences.add("changed " + answer + ' ' + field + ": " + value + " → " + actual.get(field));
            }
        });
    }

    /** Answers by key, in their order; a key's second answer is kept under a key that says so. */
    private static <T> Map<String, T> byKey(List<T> answers, Function<T, String> key) {
        Map<String, T> found = new LinkedHashMap<>();
        for (T answer : answers) {
            String id = key.apply(answer);
            while (found.containsKey(id)) {
                id += " (again)";
            }
            found.put(id, answer);
        }
        return found;
    }

    private static Map<String, @Nullable Object> fields(Determination determination) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("value", determination.value());
        fields.put("grounds", determination.grounds());
        fields.put("clause", determination.clause());
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Obligation obligation) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("code", obligation.code());
        fields.put("clause", obligation.clause());
        fields.put("bearer", obligation.bearer());
        fields.put("assignee", obligation.assignee());
        fields.put("subject", name(obligation.subject()));
        fields.put("period", obligation.period());
        fields.put("due", obligation.due());
        fields.put("status", obligation.status());
        fields.put("fulfilledOn", obligation.fulfilledOn());
        fields.put("daysLate", obligation.daysLate());
        fields.put("attendees", obligation.attendees());
        fields.put("provisional", obligation.provisional());
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Alert alert) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("code", alert.code());
        fields.put("severity", alert.severity());
        fields.put("addressees", alert.addressees());
        fields.put("subject", name(alert.subject()));
        fields.put("unit", alert.unit());
        fields.put(
                "obligation",
                alert.obligation() == null ? null : alert.obligation().id());
        fields.put("clause", alert.clause());
        return fields;
    }

    private static String name(Subject subject) {
        return subject.type() + ':' + subject.id();
    }
}
