package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.calendar.Due;
import cn.jinniu.bangban.facts.Approval;
import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The last day of the time an approval was committed to.
 *
 * @param due that day, null while an open suspension keeps it from being known
 */
public record Commitment(ApprovalInHand inHand, @Nullable Due due) {
    public Approval approval() {
        return inHand.approval();
    }

    public Unit department() {
        return inHand.department();
    }

    public boolean important() {
        return inHand.important();
    }

    public @Nullable LocalDate completedOn() {
        return inHand.completedOn();
    }
}
