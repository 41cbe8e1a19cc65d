package cn.jinniu.bangban.scenario;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.engine.EvaluationFailed;
import cn.jinniu.bangban.engine.RuleInfo;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a scenario came out.
 *
 * @param differences what came out otherwise than expected, in the scenario's order
 * @param decision what was decided, null where nothing was
 * @param failure why a rule could not be carried out, null where all could
 * @param fired the rules that fired, in the order they first did
 */
public record ScenarioOutcome(
        Scenario scenario,
        List<Difference> differences,
        @Nullable Decision decision,
        @Nullable EvaluationFailed failure,
        Set<RuleInfo> fired) {
    public boolean asExpected() {
        return differences.isEmpty();
    }
}
