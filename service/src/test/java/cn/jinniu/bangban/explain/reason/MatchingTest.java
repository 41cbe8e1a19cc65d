package cn.jinniu.bangban.explain.reason;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.engine.sandbox.Budget;
import cn.jinniu.bangban.engine.trace.Firing;
import cn.jinniu.bangban.engine.trace.Trace;
import cn.jinniu.bangban.reference.RandomRequests;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Conditions read as they are written")
class MatchingTest {
    private final Ruleset rules = ShippedRules.RULESET;

    @ParameterizedTest(name = "request {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    @DisplayName("are met as often as the rule engine fires the rule")
    void asTheEngine(long seed) {
        Trace trace = rules.trace(RandomRequests.of(seed).facts(), Budget.WITHOUT_CLOCK);
        Scene scene = new Scene(trace, rules.data(), rules.anatomy());
        Matching matching = new Matching(scene, fact -> true);
        for (ReadRule rule : scene.rules) {
            long fired = trace.firings().stream()
                    .map(Firing::rule)
                    .filter(each -> each.number() == rule.parts().number())
                    .count();
            int met = matching.together(rule.conditions(), Map.of()).size();
            if (givesWhatItForbids(rule)) {
                assertThat(met).as(rule.parts().info().name()).isZero();
            } else {
                assertThat(met).as(rule.parts().info().name()).isEqualTo((int) fired);
            }
        }
    }

    /** A rule that switches itself off is not met any more once it has fired. */
    private static boolean givesWhatItForbids(ReadRule rule) {
        return rule.conditions().stream()
                .anyMatch(condition -> condition instanceof cn.jinniu.bangban.engine.trace.Condition.None none
                        && none.of() instanceof cn.jinniu.bangban.engine.trace.Condition.Fact fact
                        && rule.gives().contains(fact.type()));
    }
}
