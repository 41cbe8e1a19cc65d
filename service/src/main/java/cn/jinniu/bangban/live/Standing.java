package cn.jinniu.bangban.live;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How things stand, seen at one moment. Never changes; the next one takes its place whole.
 *
 * @param inForce what decides; null when nothing does
 * @param refusal why what stands in the folder does not decide; null when it does
 * @param trial how the ruleset in force came out of its trial; null while it has not been tried, or nothing is in force
 * @param since when the state became what it is
 */
public record Standing(
        @Nullable InForce inForce,
        @Nullable Refusal refusal,
        @Nullable TrialReport trial,
        ZonedDateTime since) {

    public RulesetState state() {
        if (refusal == null) {
            return inForce == null ? RulesetState.FAILED : RulesetState.CURRENT;
        }
        return inForce == null ? RulesetState.FAILED : RulesetState.STALE;
    }
}
