package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.calendar.Due;
import cn.jinniu.bangban.facts.CodePoints;
import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A duty that a rule is finding: who owes what about whom, by when, and what meets it. Standing unless it has a day. */
public final class DutyDraft extends Draft<DutyDraft> {
    private final Answers answers;

    private @Nullable Unit bearer;
    private @Nullable String assignee;
    private @Nullable String period;
    private Duty.Course course = Duty.Course.STANDING;
    private @Nullable Due due;
    private @Nullable LocalDate metOn;
    private @Nullable SortedSet<String> attendees;
    private @Nullable Appointments appointments;
    private @Nullable LocalDate since;
    private int days;

    DutyDraft(Answers answers, String code, RuleOrigin origin) {
        super(code, origin);
        this.answers = answers;
    }

    @Override
    DutyDraft self() {
        return this;
    }

    /** The unit that owes it. */
    public DutyDraft by(Unit unit) {
        bearer = unit;
        return this;
    }

    /** The unit of the directory that owes it. */
    public DutyDraft by(String unit) {
        return by(answers.unit(unit));
    }

    /** The person who is to do it; null for nobody in particular. */
    public DutyDraft assignee(@Nullable String person) {
        assignee = person;
        return this;
    }

    /** The period it is owed for: a month, a quarter, a year. */
    public DutyDraft period(Object each) {
        period = each.toString();
        return this;
    }

    /** Its last day in time. */
    public DutyDraft due(Due day) {
        due = day;
        course = Duty.Course.DATED;
        return this;
    }

    /** It has, or had, to be done, but no day for it can be named. */
    public DutyDraft dueUnknown() {
        due = null;
        course = Duty.Course.DATED;
        return this;
    }

    /** Its time stands still. */
    public DutyDraft suspended() {
        course = Duty.Course.SUSPENDED;
        return this;
    }

    /** Day of its evidence, null while there is none. */
    public DutyDraft met(@Nullable LocalDate day) {
        metOn = day;
        return this;
    }

    /** Units that are to meet; each counts once. */
    public DutyDraft attendees(Collection<Unit> units) {
        units.forEach(this::attendee);
        return this;
    }

    /** A unit that is to meet; null is nobody. */
    public DutyDraft attendee(@Nullable Unit unit) {
        if (attendees == null) {
            attendees = new TreeSet<>(CodePoints.ORDER);
        }
        if (unit != null) {
            attendees.add(unit.id());
        }
        return this;
    }

    /** A unit of the directory that is to meet. */
    public DutyDraft attendee(String unit) {
        return attendee(answers.unit(unit));
    }

    /**
     * It is a duty to have somebody in a post; the rules about posts find its due day and evidence.
     *
     * @param toThePost the appointments that count for the post
     * @param from day from which somebody is needed; appointments that had ended by then do not count
     * @param workingDays working days that may pass
     */
    public DutyDraft toFill(Appointments toThePost, LocalDate from, int workingDays) {
        appointments = toThePost.notEndedBy(from);
        since = from;
        days = workingDays;
        return this;
    }

    /** Takes over everything a post's duty has said so far. */
    DutyDraft resume(Duty duty) {
        bearer = duty.bearer();
        assignee = duty.assignee();
        period = duty.period();
        return on(duty.subject());
    }

    @Override
    void give() {
        Duty duty = duty();
        if (appointments == null) {
            answers.give(duty);
        } else {
            answers.give(new PostToFill(duty, appointments, required(since, "toFill"), days));
        }
    }

    private Duty duty() {
        Unit by = required(bearer, "by");
        var about = required(subject, "about");
        // One concatenation each: the longest part of a decision's memory, made to size.
        String id = period == null
                ? code + ':' + by.id() + ':' + about.type() + ':' + about.id()
                : code + ':' + by.id() + ':' + about.type() + ':' + about.id() + ':' + period;
        return new Duty(
                id,
                code,
                origin.clause(),
                origin.rule(),
                by,
                assignee,
                about,
                period,
                course,
                due,
                metOn,
                attendees == null ? null : List.copyOf(attendees),
                answers.asOf());
    }
}
