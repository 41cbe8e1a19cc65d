package cn.jinniu.bangban.explain.reason;

import cn.jinniu.bangban.calendar.Due;
import cn.jinniu.bangban.decision.Subject;
import cn.jinniu.bangban.explain.model.Question;
import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.vocabulary.Duty;
import java.time.LocalDate;
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

    private static @Nullable Object value(ReadRule.Saying saying, String word, Map<String, Object> all, Scene scene) {
        Expression first = saying.first(word);
        Object value = first == null ? null : scene.evaluator.value(first, all, null);
        return value == Evaluator.UNKNOWN ? null : value;
    }
}
