package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.calendar.Span;
import cn.jinniu.bangban.facts.Approval;
import cn.jinniu.bangban.facts.ApprovalKind;
import cn.jinniu.bangban.facts.Suspension;
import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.facts.UnitKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An approval of an active project.
 *
 * @param since the later of its acceptance and the project becoming a key project
 */
public record ApprovalInHand(Approval approval, ActiveProject project, LocalDate since) {
    /** Its suspensions, less those that began after it was completed. */
    public List<Span> suspensionsUntilCompletion() {
        LocalDate completed = approval.completedOn();
        List<Span> spans = new ArrayList<>(approval.suspensions().size());
        for (Suspension suspension : approval.suspensions()) {
            if (completed == null || !suspension.from().isAfter(completed)) {
                spans.add(new Span(suspension.from(), suspension.to()));
            }
        }
        return spans;
    }

    public ApprovalKind kind() {
        return approval.kind();
    }

    public Unit department() {
        return approval.department();
    }

    public UnitKind departmentKind() {
        return approval.department().kind();
    }

    public boolean important() {
        return approval.important();
    }

    public LocalDate acceptedOn() {
        return approval.acceptedOn();
    }

    public @Nullable LocalDate greenChannelOpenedOn() {
        return approval.greenChannelOpenedOn();
    }

    public @Nullable LocalDate urgedOn() {
        return approval.urgedOn();
    }

    public @Nullable LocalDate completedOn() {
        return approval.completedOn();
    }
}
