package cn.jinniu.bangban.reference;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Comparing decisions")
class DecisionComparisonTest {
    private final Decision expected = DecisionJson.parse(WorkedExamples.decision("01-two-key-projects-in-march"));

    private Decision with(List<Obligation> obligations) {
        return new Decision(
                expected.asOf(), "other", "other", expected.determinations(), obligations, expected.alerts());
    }

    private static Obligation copy(Obligation from, String rule, Subject subject, int daysLate) {
        return new Obligation(
                from.id(),
                from.code(),
                from.clause(),
                rule,
                from.bearer(),
                from.assignee(),
                subject,
                from.period(),
                from.due(),
                from.status(),
                from.fulfilledOn(),
                daysLate,
                from.attendees(),
                from.provisional());
    }

    @Test
    @DisplayName("passes over ruleset, rule and the subject's name")
    void passesOver() {
        List<Obligation> obligations = expected.obligations().stream()
                .map(from -> copy(
                        from,
                        "another rule",
                        new Subject(from.subject().type(), from.subject().id(), "a name"),
                        from.daysLate()))
                .toList();
        assertThat(DecisionComparison.differences(expected, with(obligations))).isEmpty();
    }

    @Test
    @DisplayName("tells a changed field, with both values")
    void changed() {
        List<Obligation> obligations = new ArrayList<>(expected.obligations());
        Obligation first = obligations.get(0);
        obligations.set(0, copy(first, first.rule(), first.subject(), first.daysLate() + 77));
        assertThat(DecisionComparison.differences(expected, with(obligations)))
                .containsExactly("changed obligation " + first.id() + " daysLate: " + first.daysLate() + " → "
                        + (first.daysLate() + 77));
    }

    @Test
    @DisplayName("tells a missing answer, an added one and one given twice")
    void missingAndAdded() {
        List<Obligation> without = new ArrayList<>(expected.obligations());
        Obligation last = without.remove(without.size() - 1);
        assertThat(DecisionComparison.differences(expected, with(without)))
                .singleElement()
                .asString()
                .startsWith("missing obligation " + last.id());
        assertThat(DecisionComparison.differences(with(without), expected))
                .singleElement()
                .asString()
                .startsWith("added obligation " + last.id());
        List<Obligation> twice = new ArrayList<>(expected.obligations());
        twice.add(last);
        assertThat(DecisionComparison.differences(expected, with(twice)))
                .singleElement()
                .asString()
                .startsWith("added obligation " + last.id() + " (again)");
    }

    @Test
    @DisplayName("tells answers in another order")
    void order() {
        List<Obligation> swapped = new ArrayList<>(expected.obligations());
        Collections.swap(swapped, 3, 4);
        assertThat(DecisionComparison.differences(expected, with(swapped)))
                .singleElement()
                .asString()
                .startsWith("order of obligations, at 3:");
    }
}
