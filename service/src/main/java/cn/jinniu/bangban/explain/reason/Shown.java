package cn.jinniu.bangban.explain.reason;

import cn.jinniu.bangban.calendar.Due;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Subject;
import cn.jinniu.bangban.facts.Suspension;
import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.vocabulary.Appointments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as they are shown: a boolean, a number, a text, a list of these, or null. */
final class Shown {
    private Shown() {}

    static @Nullable Object value(@Nullable Object value) {
        if (value == null || value == Evaluator.UNKNOWN || value instanceof Boolean || value instanceof Number) {
            return value == Evaluator.UNKNOWN ? null : value;
        } else if (value instanceof Unit unit) {
            return unit.id();
        } else if (value instanceof Due due) {
            return due.day().toString();
        } else if (value instanceof LocalDate day) {
            return day.equals(LocalDate.MAX) ? null : day.toString(); // the end of time stands for no day
        } else if (value instanceof Subject subject) {
            return subject.type() + ':' + subject.id();
        } else if (value instanceof Obligation obligation) {
            return obligation.id();
        } else if (value instanceof Suspension suspension) {
            return suspension.from() + "…" + (suspension.to() == null ? "" : suspension.to());
        } else if (value instanceof Appointments appointments) {
            return value(appointments.list());
        } else if (value instanceof Collection<?> all) {
            List<Object> shown = new ArrayList<>();
            for (Object each : all) {
                Object one = value(each);
                if (one != null) {
                    shown.add(one);
                }
            }
            return shown;
        } else if (value.getClass().isRecord()) {
            Object id = Evaluator.field(value, "id");
            String own = id instanceof String text ? text : SentFacts.id(value);
            return own == null ? value.toString() : own;
        }
        return value.toString();
    }
}
