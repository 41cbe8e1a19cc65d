package cn.jinniu.bangban.explain.reason;

import cn.jinniu.bangban.calendar.Due;
import cn.jinniu.bangban.decision.Subject;
import cn.jinniu.bangban.explain.model.Question;
import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.vocabulary.Appointments;
import cn.jinniu.bangban.vocabulary.Duty;
import cn.jinniu.bangban.vocabulary.PostToFill;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The duty that a rule would have found. */
final class SupposedDuty {
    private SupposedDuty() {}

    /** @return null where it is not known whose duty about what it would be */
    static @Nullable Duty of(ReadRule rule, ReadRule.Saying saying, Map<String, Object> all, Scene scene) {
        String code = String.valueOf(saying.code());
        Question nothing = new Question(Question.Kind.OBLIGATION, code, "", "", null, null, null);
        Asked asked = new Asked(rule, saying, nothing);
        Subject subject = asked.subject(all, scene.evaluator);
        Unit bearer = asked.bearer(all, scene.evaluator);
        if (subject == null || bearer == null) {
            return null;
        }
        Object period = value(saying, "period", all, scene);
        Object due = value(saying, "due", all, scene);
        Object met = value(saying, "met", all, scene);
        String id = code + ':' + bearer.id() + ':' + subject.type() + ':' + subject.id();
        boolean dated = saying.words().containsKey("due") || saying.words().containsKey("toFill");
        return new Duty(
                period == null ? id : id + ':' + period,
                code,
                rule.parts().info().clause(),
                rule.parts().info().name(),
                bearer,
                null,
                subject,
                period == null ? null : period.toString(),
                dated ? Duty.Course.DATED : Duty.Course.STANDING,
                due instanceof Due day ? day : null,
                met instanceof LocalDate day ? day : null,
                null,
                scene.asOf);
    }

    /** The post that a rule would have asked to be filled, where it is not known from when on from the first day. */
    static @Nullable PostToFill post(ReadRule rule, ReadRule.Saying saying, Map<String, Object> all, Scene scene) {
        Duty duty = of(rule, saying, all, scene);
        List<Expression> words = saying.words().getOrDefault("toFill", List.of());
        if (duty == null || words.size() != 3) {
            return null;
        }
        Object appointments = scene.evaluator.value(words.get(0), all, null);
        Object since = scene.evaluator.value(words.get(1), all, null);
        Object days = scene.evaluator.value(words.get(2), all, null);
        if (!(appointments instanceof Appointments known) || !(days instanceof Integer number)) {
            return null;
        }
        return since instanceof LocalDate day
                ? new PostToFill(duty, known.notEndedBy(day), day, number)
                : new PostToFill(duty, known, LocalDate.MIN, number);
    }

    /** The duty of a post, as the rules about posts would have found it. */
    static @Nullable Duty ofPost(ReadRule.Saying saying, Map<String, Object> all, Scene scene) {
        Expression first = saying.first("owe");
        Object post = first == null ? null : scene.evaluator.value(first, all, null);
        if (!(post instanceof PostToFill known)) {
            return null;
        }
        Duty duty = known.duty();
        Object due = value(saying, "due", all, scene);
        Object met = value(saying, "met", all, scene);
        return new Duty(
                duty.id(),
                duty.code(),
                duty.clause(),
                duty.rule(),
                duty.bearer(),
                duty.assignee(),
                duty.subject(),
                duty.period(),
                Duty.Course.DATED,
                due instanceof Due day ? day : null,
                met instanceof LocalDate day ? day : null,
                null,
                scene.asOf);
    }

    private static @Nullable Object value(ReadRule.Saying saying, String word, Map<String, Object> all, Scene scene) {
        Expression first = saying.first(word);
        Object value = first == null ? null : scene.evaluator.value(first, all, null);
        return value == Evaluator.UNKNOWN ? null : value;
    }
}
