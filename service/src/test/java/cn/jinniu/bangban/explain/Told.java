package cn.jinniu.bangban.explain;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer of a decision, whoever decided.
 *
 * @param key tells it from the decision's other answers
 * @param says what it says, but for the rule's name and the wording
 */
record Told(String key, String code, Subject subject, Asking asking, String says) {

    /** All answers of a decision. */
    static List<Told> all(Decision decision) {
        List<Told> all = new ArrayList<>();
        decision.determinations().forEach(each -> all.add(of(each)));
        decision.obligations().forEach(each -> all.add(of(each)));
        decision.alerts().forEach(each -> all.add(of(each)));
        return all;
    }

    static Map<String, String> byKey(Decision decision) {
        Map<String, String> byKey = new LinkedHashMap<>();
        all(decision).forEach(told -> byKey.put(told.key(), told.says()));
        return byKey;
    }

    private static Told of(Determination each) {
        String subject = each.subject().type() + ':' + each.subject().id();
        Object value = each.value();
        return new Told(
                each.code() + ':' + subject,
                each.code(),
                each.subject(),
                new Asking(null, null, each.code(), subject),
                value + " " + each.grounds() + ' ' + each.clause());
    }

    private static Told of(Obligation each) {
        String says = each.clause()
                + ' '
                + each.assignee()
                + ' '
                + each.due()
                + ' '
                + each.status()
                + ' '
                + each.fulfilledOn()
                + ' '
                + each.daysLate()
                + ' '
                + each.attendees()
                + ' '
                + each.provisional();
        return new Told(each.id(), each.code(), each.subject(), new Asking(each.id(), null, null, null), says);
    }

    private static Told of(Alert each) {
        String says = each.clause() + ' ' + each.severity() + ' ' + each.addressees();
        return new Told(each.id(), each.code(), each.subject(), new Asking(null, each.id(), null, null), says);
    }

    /** Whether a decision has the answer that was asked for. */
    static boolean has(Decision decision, Asking asking) {
        for (Told told : all(decision)) {
            @Nullable String id = asking.obligation() != null ? asking.obligation() : asking.alert();
            boolean asked = id != null
                    ? told.key().equals(id)
                    : told.code().equals(asking.code())
                            && (told.subject().type() + ':' + told.subject().id()).equals(asking.subject());
            if (asked) {
                return true;
            }
        }
        return false;
    }
}
