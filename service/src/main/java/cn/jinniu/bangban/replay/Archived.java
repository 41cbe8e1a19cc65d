package cn.jinniu.bangban.replay;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.impact.Impact;
import cn.jinniu.bangban.impact.Side;
import cn.jinniu.bangban.text.Text;
import org.jspecify.annotations.Nullable;

/** What became of a ruleset of the archive. */
sealed interface Archived {
    /**
     * It decides.
     *
     * @param desk decides by it
     * @param side it, for comparison with another
     * @param impact compares it with the other rules; null where there are none
     */
    record Usable(DecisionDesk desk, Side side, @Nullable Impact impact) implements Archived {}

    /** It does not, and why. */
    record Unusable(FindingKind kind, Text reason) implements Archived {}
}
