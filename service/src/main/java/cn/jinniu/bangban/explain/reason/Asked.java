package cn.jinniu.bangban.explain.reason;

import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Subject;
import cn.jinniu.bangban.explain.model.Question;
import cn.jinniu.bangban.facts.KeyProjectList;
import cn.jinniu.bangban.facts.TrainerRequest;
import cn.jinniu.bangban.facts.Unit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one rule would have to say for it to be the answer asked about.
 *
 * @param rule the rule
 * @param saying what it says of answers of the code
 * @param question what is asked
 */
record Asked(ReadRule rule, ReadRule.Saying saying, Question question) {
    /** Whether the rule, with these variables, would speak of something else; false also where that is not known. */
    boolean speaksOfSomethingElse(Map<String, Object> bound, Evaluator evaluator) {
        Map<String, Object> all = rule.withLocals(bound, evaluator);
        Subject subject = subject(all, evaluator);
        if (subject != null
                && !isAsked(subject)
                && !(isOfUnit() && subject.type().equals(question.type()))) {
            return true;
        }
        if (question.obligation() != null) {
            Expression about = saying.first("about");
            Object value = about == null ? Evaluator.UNKNOWN : evaluator.value(about, all, null);
            if (value instanceof Obligation obligation && !obligation.id().equals(question.obligation())) {
                return true;
            }
        }
        if (question.period() != null) {
            Expression period = saying.first("period");
            Object value = period == null ? Evaluator.UNKNOWN : evaluator.value(period, all, null);
            return value != null
                    && value != Evaluator.UNKNOWN
                    && !value.toString().equals(question.period());
        }
        return false;
    }

    /** Whether units are what is asked about: then another unit is no other question, for facts may come to name this one. */
    boolean isOfUnit() {
        return question.type().equals("unit");
    }

    boolean isAsked(Subject subject) {
        return subject.type().equals(question.type()) && subject.id().equals(question.id());
    }

    /** The unit that would bear it, or be spoken of; null where that is not known. */
    @Nullable
    Unit bearer(Map<String, Object> bound, Evaluator evaluator) {
        Expression by = bearing();
        if (by instanceof Expression.Constant constant && constant.value() instanceof String id) {
            Object units = evaluator.value(
                    new Expression.Call(new Expression.Name("units"), "unit", List.of(new Expression.Constant(id))),
                    Map.of(),
                    null);
            return units instanceof Unit unit ? unit : null;
        }
        Object value = by == null ? Evaluator.UNKNOWN : evaluator.value(by, rule.withLocals(bound, evaluator), null);
        return value instanceof Unit unit ? unit : null;
    }

    /** The expression that names the unit; null where there is none. */
    @Nullable
    Expression bearing() {
        return saying.word().equals("alert") ? saying.first("concerning") : saying.first("by");
    }

    /** What the rule would speak of; null where that is not known. */
    @Nullable
    Subject subject(Map<String, Object> all, Evaluator evaluator) {
        Expression person = saying.first("aboutCommissioner");
        if (person != null) {
            return evaluator.value(person, all, null) instanceof String id
                    ? new Subject("commissioner", id, null)
                    : null;
        }
        Expression district = saying.first("aboutDistrict");
        if (district != null) {
            return evaluator.value(district, all, null) instanceof String id ? new Subject("district", id, null) : null;
        }
        Expression about = saying.first("about");
        return about == null ? null : subject(evaluator.value(about, all, null));
    }

    /** A fact as a subject; null for what is none. */
    static @Nullable Subject subject(@Nullable Object value) {
        if (value == null || value == Evaluator.UNKNOWN) {
            return null;
        } else if (value instanceof Obligation obligation) {
            return obligation.subject();
        } else if (value instanceof Unit unit) {
            return new Subject("unit", unit.id(), null);
        } else if (value instanceof KeyProjectList list) {
            return new Subject("keyProjectList", list.level() + "-" + list.year(), null);
        } else if (value instanceof TrainerRequest request) {
            return new Subject("training", request.training(), null);
        } else if (Graph.isSent(value.getClass()) && Evaluator.field(value, "id") instanceof String id) {
            return new Subject(Graph.word(value.getClass()), id, null);
        }
        return null;
    }
}
