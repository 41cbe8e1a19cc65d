package cn.jinniu.bangban.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one decision differs from another about the same facts, on another day or by other rules.
 *
 * <p>What is not compared: the wording (messages, names of rules), and the days late of an obligation that was overdue
 * before and still is by the same due day, for that count goes up by itself every day.
 */
public record DecisionChanges(
        AnswerChanges<Determination> determinations,
        AnswerChanges<Obligation> obligations,
        AnswerChanges<Alert> alerts) {

    public static DecisionChanges between(Decision before, Decision after) {
        return new DecisionChanges(
                AnswerChanges.between(
                        before.determinations(),
                        after.determinations(),
                        one -> one.code()
                                + ':'
                                + one.subject().type()
                                + ':'
                                + one.subject().id(),
                        DecisionChanges::determination),
                AnswerChanges.between(
                        before.obligations(), after.obligations(), Obligation::id, DecisionChanges::obligation),
                AnswerChanges.between(before.alerts(), after.alerts(), Alert::id, DecisionChanges::alert));
    }

    public boolean isEmpty() {
        return determinations.isEmpty() && obligations.isEmpty() && alerts.isEmpty();
    }

    private static List<String> determination(Determination before, Determination after) {
        Fields fields = new Fields();
        fields.compare(Member.VALUE, before.value(), after.value());
        fields.compare(Member.GROUNDS, before.grounds(), after.grounds());
        fields.compare(Member.CLAUSE, before.clause(), after.clause());
        return fields.differing;
    }

    private static List<String> obligation(Obligation before, Obligation after) {
        Fields fields = new Fields();
        fields.compare(Member.CLAUSE, before.clause(), after.clause());
        fields.compare(Member.ASSIGNEE, before.assignee(), after.assignee());
        fields.compare(Member.DUE, before.due(), after.due());
        fields.compare(Member.STATUS, before.status(), after.status());
        fields.compare(Member.FULFILLED_ON, before.fulfilledOn(), after.fulfilledOn());
        boolean countsOn = before.status() == Status.OVERDUE
                && after.status() == Status.OVERDUE
                && Objects.equals(before.due(), after.due());
        if (!countsOn) {
            fields.compare(Member.DAYS_LATE, before.daysLate(), after.daysLate());
        }
        fields.compare(Member.ATTENDEES, before.attendees(), after.attendees());
        fields.compare(Member.PROVISIONAL, before.provisional(), after.provisional());
        return fields.differing;
    }

    private static List<String> alert(Alert before, Alert after) {
        Fields fields = new Fields();
        fields.compare(Member.SEVERITY, before.severity(), after.severity());
        fields.compare(Member.ADDRESSEES, before.addressees(), after.addressees());
        fields.compare(Member.CLAUSE, before.clause(), after.clause());
        return fields.differing;
    }

    /** Names of the fields found to differ, in the order they were compared in. */
    private static final class Fields {
        private final List<String> differing = new ArrayList<>(2);

        void compare(Member field, @Nullable Object before, @Nullable Object after) {
            if (!Objects.equals(before, after)) {
                differing.add(field.encoded().getValue());
            }
        }
    }
}
