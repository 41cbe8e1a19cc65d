package cn.jinniu.bangban.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.reference.RandomRequests;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Two rulesets loaded side by side")
class TwoRulesetsTest {
    private static final int CASES = 500;
    private static final String NEW_DUTY = "ASK_FOR_FEEDBACK";

    @Test
    @DisplayName("decide each by their own rules, on many threads at once")
    void decideByTheirOwn() throws RulesetRefused {
        Ruleset shipped = ShippedRules.RULESET;
        Ruleset other = Ruleset.load(new RulesReadme().followed().source());
        List<CaseFile> requests = LongStream.range(0, CASES)
                .mapToObj(seed -> RandomRequests.of(seed).facts())
                .toList();
        List<Decision> alone = requests.stream().map(shipped::decide).toList();
        List<Decision> otherAlone = requests.stream().map(other::decide).toList();
        assertThat(alone).noneMatch(TwoRulesetsTest::hasNewDuty);
        assertThat(otherAlone).anyMatch(TwoRulesetsTest::hasNewDuty);

        LongStream.range(0, 4L * CASES).parallel().forEach(turn -> {
            int i = (int) (turn / 4);
            boolean first = turn % 2 == 0;
            Decision decision = (first ? shipped : other).decide(requests.get(i));
            assertThat(decision).isEqualTo((first ? alone : otherAlone).get(i));
        });
    }

    private static boolean hasNewDuty(Decision decision) {
        return decision.obligations().stream().map(Obligation::code).anyMatch(NEW_DUTY::equals);
    }
}
