package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.calendar.Due;
import cn.jinniu.bangban.decision.Subject;
import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a unit owes by some rule; the rules about status say how it stands.
 *
 * @param id the obligation's id by the contract
 * @param code the obligation's code
 * @param clause the clause it rests on
 * @param rule the rule that found it
 * @param bearer the unit that owes it
 * @param assignee the person who is to do it, null where none is named
 * @param period the period it is owed for, null when it is owed once
 * @param course whether it has a due day, stands, or is suspended
 * @param due the due day, null where there is none
 * @param metOn day of its evidence, null while there is none
 * @param attendees ids of the units that are to meet, null unless it is about a meeting
 * @param asOf the day decided for
 */
public record Duty(
        String id,
        String code,
        String clause,
        String rule,
        Unit bearer,
        @Nullable String assignee,
        Subject subject,
        @Nullable String period,
        Course course,
        @Nullable Due due,
        @Nullable LocalDate metOn,
        @Nullable List<String> attendees,
        LocalDate asOf) {

    /** How a duty runs. */
    public enum Course {
        DATED,
        STANDING,
        SUSPENDED
    }

    /** Whether all of it is the same; said component by component, for a record's own comparison is slow. */
    boolean saysTheSameAs(Duty other) {
        return id.equals(other.id)
                && code.equals(other.code)
                && clause.equals(other.clause)
                && rule.equals(other.rule)
                && bearer.equals(other.bearer)
                && Objects.equals(assignee, other.assignee)
                && subject.type().equals(other.subject.type())
                && subject.id().equals(other.subject.id())
                && Objects.equals(subject.name(), other.subject.name())
                && Objects.equals(period, other.period)
                && course == other.course
                && Objects.equals(dueDay(), other.dueDay())
                && isProvisional() == other.isProvisional()
                && Objects.equals(metOn, other.metOn)
                && Objects.equals(attendees, other.attendees)
                && asOf.equals(other.asOf);
    }

    private boolean isProvisional() {
        return due != null && due.provisional();
    }

    public String subjectId() {
        return subject.id();
    }

    /** Last day in time (inclusive), null where there is none. */
    public @Nullable LocalDate dueDay() {
        return due == null ? null : due.day();
    }

    /** Calendar days from the due day to the day decided for: above 0 when it has passed; 0 where there is none. */
    public int daysPastDue() {
        return due == null ? 0 : Math.toIntExact(ChronoUnit.DAYS.between(due.day(), asOf));
    }

    /** Calendar days from the due day to its evidence, never below 0; 0 where there is no due day. It must be met. */
    public int daysMetLate() {
        return due == null ? 0 : Math.max(0, Math.toIntExact(ChronoUnit.DAYS.between(due.day(), metOn)));
    }
}
