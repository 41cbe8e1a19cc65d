package cn.jinniu.bangban.web;

import cn.jinniu.bangban.engine.sandbox.Budget;
import cn.jinniu.bangban.engine.sandbox.DecisionLimits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much one decision may take before the rule that takes it is stopped; what is not set is as usual.
 *
 * @param time by the clock
 * @param firings how often rules fire
 * @param facts how many facts rules add
 * @param matches how many facts are put together while looking for what rules apply to
 * @param steps rounds of loops and calls of functions within rules
 */
@ConfigurationProperties("bangban.limit")
record LimitProperties(
        @Nullable Duration time,
        @Nullable Long firings,
        @Nullable Long facts,
        @Nullable Long matches,
        @Nullable Long steps) {

    Budget budget() {
        DecisionLimits usual = DecisionLimits.DEFAULT;
        DecisionLimits limits = new DecisionLimits(
                time == null ? usual.time() : time,
                firings == null ? usual.firings() : firings,
                facts == null ? usual.facts() : facts,
                matches == null ? usual.matches() : matches,
                steps == null ? usual.steps() : steps);
        return new Budget(limits, System::nanoTime);
    }
}
