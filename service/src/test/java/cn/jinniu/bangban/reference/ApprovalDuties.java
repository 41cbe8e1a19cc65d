package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.Approval;
import cn.jinniu.bangban.facts.UnitKind;
import java.time.LocalDate;

/** Duties about the approvals of active projects (§5). */
final class ApprovalDuties {
    private final AsOf asOf;
    private final ReferenceCalendar calendar;
    private final DutyBook book;

    ApprovalDuties(AsOf asOf, ReferenceCalendar calendar, DutyBook book) {
        this.asOf = asOf;
        this.calendar = calendar;
        this.book = book;
    }

    void about(ProjectView view) {
        for (Approval approval : view.approvals) {
            openGreenChannel(approval, view.keySince());
            switch (approval.kind()) {
                case IMMEDIATE ->
                    duty("DECIDE_ON_THE_SPOT", "3.5.2", "approval-bureau", approval)
                            .due(calendar.rolledNext(approval.acceptedOn()), approval.completedOn());
                case COMMITMENT -> decideWithinCommitment(approval);
            }
        }
    }

    private DutyBook.Entry duty(String code, String clause, String bearer, Approval approval) {
        return book.duty(code, clause, bearer, "approval", approval.id());
    }

    private void openGreenChannel(Approval approval, LocalDate keySince) {
        if (asOf.shows(approval.completedOn()) && !asOf.shows(approval.greenChannelOpenedOn())) {
            return;
        }
        String clause = approval.department().kind() == UnitKind.DEPARTMENT ? "4.4b" : "3.3.1a";
        LocalDate from = Days.later(approval.acceptedOn(), keySince);
        duty("OPEN_GREEN_CHANNEL", clause, approval.department().id(), approval)
                .due(calendar.dueAfter(from, Limits.OPEN_GREEN_CHANNEL), approval.greenChannelOpenedOn());
    }

    private void decideWithinCommitment(Approval approval) {
        LocalDate completed = asOf.seen(approval.completedOn());
        LocalDate due = CommitmentClock.due(approval, asOf, calendar);
        DutyBook.Entry duty =
                duty("DECIDE_WITHIN_COMMITMENT", "3.5.2", approval.department().id(), approval);
        if (due != null) {
            duty.due(calendar.counted(due), completed);
            urge(approval, due);
        } else if (completed != null) {
            duty.metWithoutDue(completed);
        } else {
            duty.suspended();
        }
    }

    private void urge(Approval approval, LocalDate due) {
        LocalDate from = Days.later(
                calendar.before(due, Limits.URGE_BEFORE_DUE),
                calendar.after(approval.acceptedOn(), Limits.URGE_AFTER_ACCEPTANCE));
        LocalDate urged = asOf.seen(approval.urgedOn());
        LocalDate inTime = Days.atOrAfter(urged, from) ? urged : null;
        boolean open = !asOf.shows(approval.completedOn());
        if (approval.important() && asOf.shows(from) && (open || inTime != null)) {
            duty("URGE_APPROVAL", "3.3.1b", "service-room", approval).due(calendar.counted(due), inTime);
        }
    }
}
