package cn.jinniu.bangban.engine.sandbox;

import java.time.Duration;

/**
 * How much one decision may take before it is stopped. Each is far above what deciding a usual request takes, and grows
 * with the facts sent: see {@link #forFacts}.
 *
 * @param time of the clock, checked now and then
 * @param firings how often rules fire
 * @param facts how many facts rules add
 * @param matches how many facts and groups of facts are put together while looking for what rules apply to
 * @param steps rounds of loops, calls of functions, and what calls make, within rules
 */
public record DecisionLimits(Duration time, long firings, long facts, long matches, long steps) {
    public static final DecisionLimits DEFAULT =
            new DecisionLimits(Duration.ofSeconds(30), 2_000_000, 1_000_000, 2_000_000, 5_000_000);

    public DecisionLimits {
        if (time.isNegative() || time.isZero() || firings < 1 || facts < 1 || matches < 1 || steps < 1) {
            throw new IllegalArgumentException("each limit of a decision is more than nothing: " + time + ", " + firings
                    + " firings, " + facts + " facts, " + matches + " matches, " + steps + " steps");
        }
    }

    /**
     * The limits for a request of so many facts: the work of honest rules grows with the facts, and a runaway rule is
     * still stopped long before it has filled the memory that such a request takes.
     */
    DecisionLimits forFacts(int sent) {
        return new DecisionLimits(
                time.plusMillis(sent),
                firings + 20L * sent,
                facts + 20L * sent,
                matches + 40L * sent,
                steps + 100L * sent);
    }
}
