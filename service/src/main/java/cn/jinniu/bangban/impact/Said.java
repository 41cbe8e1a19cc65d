package cn.jinniu.bangban.impact;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Messages;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Subject;
import cn.jinniu.bangban.impact.Change.AnswerKind;
import cn.jinniu.bangban.text.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer of any kind, ready to be compared.
 *
 * @param id what it is called, among answers of its kind
 * @param place what it would share with the answer of another bearer; null when it has no bearer
 * @param unit who owes it
 * @param rule name of the rule that gave it
 * @param ruleIsSaid whether the answer names its rule
 * @param fields what programs read of it, as it is written in JSON
 * @param of what was answered
 */
record Said(
        AnswerKind kind,
        String id,
        @Nullable String place,
        String code,
        String clause,
        @Nullable String unit,
        String rule,
        boolean ruleIsSaid,
        Map<String, @Nullable String> fields,
        Record of) {

    /** All answers of a decision, in its order. */
    static List<Said> all(Decision decision) {
        List<Said> all = new ArrayList<>();
        decision.determinations().forEach(determination -> all.add(of(determination)));
        decision.obligations().forEach(obligation -> all.add(of(obligation)));
        decision.alerts().forEach(alert -> all.add(of(alert)));
        return all;
    }

    private static Said of(Determination determination) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("value", text(determination.value()));
        fields.put("grounds", list(determination.grounds()));
        fields.put("clause", determination.clause());
        return new Said(
                AnswerKind.DETERMINATION,
                determination.code() + ':' + name(determination.subject()),
                null,
                determination.code(),
                determination.clause(),
                null,
                determination.rule(),
                true,
                fields,
                determination);
    }

    private static Said of(Obligation obligation) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("bearer", obligation.bearer());
        fields.put("due", text(obligation.due()));
        fields.put("status", text(obligation.status()));
        fields.put("fulfilledOn", text(obligation.fulfilledOn()));
        fields.put("daysLate", text(obligation.daysLate()));
        fields.put("provisional", text(obligation.provisional()));
        fields.put("assignee", obligation.assignee());
        fields.put("attendees", list(obligation.attendees()));
        fields.put("clause", obligation.clause());
        return new Said(
                AnswerKind.OBLIGATION,
                obligation.id(),
                obligation.code() + ':' + name(obligation.subject()) + ':' + obligation.period(),
                obligation.code(),
                obligation.clause(),
                obligation.bearer(),
                obligation.rule(),
                true,
                fields,
                obligation);
    }

    private static Said of(Alert alert) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("severity", text(alert.severity()));
        fields.put("addressees", list(alert.addressees()));
        fields.put("clause", alert.clause());
        return new Said(
                AnswerKind.ALERT,
                alert.id(),
                null,
                alert.code(),
                alert.clause(),
                null,
                alert.rule(),
                false,
                fields,
                alert);
    }

    /**
     * What it says to people; null for a determination, which has no sentence, and for an alert whose obligation is another
     * one now: its sentence follows the obligation's.
     */
    static @Nullable String message(Said said, Said other, Messages messages, Language language) {
        if (said.of instanceof Obligation obligation) {
            return messages.of(obligation, language);
        } else if (said.of instanceof Alert alert
                && other.of instanceof Alert same
                && (alert.obligation() == null || alert.obligation().equals(same.obligation()))) {
            return messages.of(alert, language);
        }
        return null;
    }

    private static String name(Subject subject) {
        return subject.type() + ':' + subject.id();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String list(@Nullable List<String> values) {
        return values == null ? null : String.join(", ", values);
    }
}
