package cn.jinniu.bangban.reference;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.facts.CaseFile;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The reference implementation")
class ReferenceDeciderTest {
    private final ReferenceDecider decider = ReferenceData.decider();

    static List<String> examples() {
        return WorkedExamples.names();
    }

    @Test
    @DisplayName("is held against all fourteen worked examples")
    void allExamplesAreThere() {
        assertThat(examples()).hasSize(14);
    }

    @ParameterizedTest
    @MethodSource("examples")
    @DisplayName("answers a worked example exactly")
    void answersExample(String name) {
        CaseFile facts = CaseFileJson.parse(WorkedExamples.request(name), ReferenceData.UNITS);
        Decision expected = DecisionJson.parse(WorkedExamples.decision(name));
        assertThat(DecisionComparison.differences(expected, decider.decide(facts)))
                .isEmpty();
    }
}
