package cn.jinniu.bangban.reference;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.District;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The reference implementation")
class ReferenceDeciderTest {
    private static final int CASES = 1_000;

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

    @Test
    @DisplayName("answers the same whatever order the facts come in")
    void orderOfFactsIsNothing() {
        for (long seed = 0; seed < CASES; seed++) {
            CaseFile facts = RandomRequests.of(seed).facts();
            CaseFile shuffled = shuffled(facts, new Random(seed));
            assertThat(DecisionComparison.differences(decider.decide(facts), decider.decide(shuffled)))
                    .as("seed %s", seed)
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("answers the same with what is dated after the day taken out")
    void whatHasNotHappenedIsNothing() {
        for (long seed = 0; seed < CASES; seed++) {
            CaseFile facts = RandomRequests.of(seed).facts();
            assertThat(DecisionComparison.differences(decider.decide(facts), decider.decide(facts.seen())))
                    .as("seed %s", seed)
                    .isEmpty();
        }
    }

    private static CaseFile shuffled(CaseFile facts, Random random) {
        return new CaseFile(
                facts.asOf(),
                facts.reportingFrom(),
                shuffled(facts.projects(), random),
                shuffled(facts.appointments(), random),
                shuffled(facts.ownerContacts(), random),
                shuffled(facts.serviceRequests(), random),
                shuffled(facts.approvals(), random),
                shuffled(facts.difficulties(), random),
                shuffled(facts.reports(), random),
                shuffled(facts.followUpVisits(), random),
                facts.district() == null ? null : shuffled(facts.district(), random));
    }

    private static District shuffled(District district, Random random) {
        return new District(
                shuffled(district.keyProjectLists(), random),
                shuffled(district.trainingPlans(), random),
                shuffled(district.trainings(), random),
                shuffled(district.bulletins(), random));
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
