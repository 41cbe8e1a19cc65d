package cn.jinniu.bangban.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.reference.DecisionComparison;
import cn.jinniu.bangban.reference.RandomRequests;
import cn.jinniu.bangban.reference.ReferenceData;
import cn.jinniu.bangban.reference.ReferenceDecider;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rules and the reference implementation, two readings of one policy,")
class RulesAgainstReferenceTest {
    private static final long CASES = 20_000;

    private final Ruleset rules = ShippedRules.RULESET;
    private final ReferenceDecider reference = ReferenceData.decider();

    @Test
    @DisplayName("decide tens of thousands of random case files alike, on several threads at once")
    void decideAlike() {
        LongStream.range(0, CASES).parallel().forEach(seed -> {
            CaseFile facts = RandomRequests.of(seed).facts();
            Decision expected = reference.decide(facts);
            Decision actual = rules.decide(facts);
            assertThat(DecisionComparison.differences(expected, actual))
                    .as("seed %s", seed)
                    .isEmpty();
        });
    }
}
