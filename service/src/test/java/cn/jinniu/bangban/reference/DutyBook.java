package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Status;
import cn.jinniu.bangban.decision.Subject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down obligations and how each stands (§1, status). */
final class DutyBook {
    private final AsOf asOf;
    private final List<Obligation> obligations = new ArrayList<>();

    DutyBook(AsOf asOf) {
        this.asOf = asOf;
    }

    /** Begins an entry; it is written by {@link Entry#due}, {@link Entry#standing} or one of the others. */
    Entry duty(String code, String clause, String bearer, String subjectType, String subjectId) {
        return new Entry(code, clause, bearer, new Subject(subjectType, subjectId, null));
    }

    /** All that was written, in the order it was written. */
    List<Obligation> obligations() {
        return obligations;
    }

    final class Entry {
        private final String code;
        private final String clause;
        private final String bearer;
        private final Subject subject;
        private @Nullable String assignee;
        private @Nullable String period;
        private @Nullable List<String> attendees;

        private Entry(String code, String clause, String bearer, Subject subject) {
            this.code = code;
            this.clause = clause;
            this.bearer = bearer;
            this.subject = subject;
        }

        Entry assignee(@Nullable String person) {
            assignee = person;
            return this;
        }

        Entry period(String text) {
            period = text;
            return this;
        }

        Entry attendees(List<String> units) {
            attendees = units;
            return this;
        }

        /** Writes a duty that is due on a day. {@code evidence} is null, or the day it was met. */
        Obligation due(DueDay due, @Nullable LocalDate evidence) {
            LocalDate met = asOf.seen(evidence);
            LocalDate until = met == null ? asOf.day() : met;
            int late = (int) Math.max(0, ChronoUnit.DAYS.between(due.day(), until));
            Status status = met != null ? Status.FULFILLED : late > 0 ? Status.OVERDUE : Status.PENDING;
            return write(due.day(), status, met, late, due.provisional());
        }

        /** Writes a continuing duty. */
        Obligation standing() {
            return write(null, Status.STANDING, null, 0, false);
        }

        /** Writes a duty whose clock stands still. */
        Obligation suspended() {
            return write(null, Status.SUSPENDED, null, 0, false);
        }

        /** Writes a duty that was met though its due day cannot be told. */
        Obligation metWithoutDue(LocalDate evidence) {
            return write(null, Status.FULFILLED, evidence, 0, false);
        }

        private Obligation write(
                @Nullable LocalDate due, Status status, @Nullable LocalDate met, int late, boolean provisional) {
            String id = code + ':' + bearer + ':' + subject.type() + ':' + subject.id();
            Obligation obligation = new Obligation(
                    period == null ? id : id + ':' + period,
                    code,
                    clause,
                    "",
                    bearer,
                    assignee,
                    subject,
                    period,
                    due,
                    status,
                    met,
                    late,
                    attendees,
                    provisional);
            obligations.add(obligation);
            return obligation;
        }
    }
}
