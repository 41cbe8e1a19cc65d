package cn.jinniu.bangban.explain;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Obligation;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds an answer again in another decision, and tells whether it says the same. */
final class SameAnswer {
    private SameAnswer() {}

    /** The answer to the same question; null where a decision has none. */
    static @Nullable Object in(Decision decision, Object answer) {
        if (answer instanceof Obligation obligation) {
            return decision.obligations().stream()
                    .filter(each -> each.id().equals(obligation.id()))
                    .findFirst()
                    .orElse(null);
        } else if (answer instanceof Alert alert) {
            return decision.alerts().stream()
                    .filter(each -> each.id().equals(alert.id()))
                    .findFirst()
                    .orElse(null);
        }
        Determination determination = (Determination) answer;
        return decision.determinations().stream()
                .filter(each -> each.code().equals(determination.code())
                        && each.subject().type().equals(determination.subject().type())
                        && each.subject().id().equals(determination.subject().id()))
                .findFirst()
                .orElse(null);
    }

    /** What an answer says, but for the rule's name and what people call the subject. */
    static List<@Nullable Object> says(Object answer) {
        if (answer instanceof Obligation each) {
            return Arrays.asList(
                    each.clause(),
                    each.assignee(),
                    each.due(),
                    each.status(),
                    each.fulfilledOn(),
                    each.daysLate(),
                    each.attendees(),
                    each.provisional());
        } else if (answer instanceof Alert each) {
            return Arrays.asList(each.severity(), each.addressees(), each.clause());
        }
        Determination each = (Determination) answer;
        return Arrays.asList(each.value(), each.grounds(), each.clause());
    }
}
