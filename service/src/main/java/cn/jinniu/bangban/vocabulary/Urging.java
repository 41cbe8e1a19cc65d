package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.facts.Approval;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An approval that is to be urged before its committed time runs out.
 *
 * @param from first day on which urging counts
 * @param urgedOn day it was urged, null unless that was on {@code from} or later
 */
public record Urging(
        Commitment commitment, LocalDate from, @Nullable LocalDate urgedOn) {
    public Approval approval() {
        return commitment.approval();
    }

    public @Nullable LocalDate completedOn() {
        return commitment.completedOn();
    }
}
