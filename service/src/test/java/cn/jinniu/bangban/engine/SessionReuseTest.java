package cn.jinniu.bangban.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.reference.DecisionComparison;
import cn.jinniu.bangban.reference.RandomRequests;
import cn.jinniu.bangban.reference.ReferenceData;
import cn.jinniu.bangban.reference.ReferenceDecider;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A session that is used again")
class SessionReuseTest {
    private static final String FAILING_RULE = """
            rule "5.1 测试用:遇到这个项目就失败 / fails on one project"
                @clause("5.1")
            when
                Project( id == "FAILS" )
            then
                answers.owe( "RUN_SERVICE_ROOM" ).by( "approval-bureau" ).aboutDistrict( "510106" );
                throw new IllegalStateException( "as the test wants it" );
            end
            """;

    private final ReferenceDecider reference = ReferenceData.decider();

    @Test
    @DisplayName("keeps nothing of a decision before it, on several threads, big or small, failed or not")
    void keepsNothing() throws IOException, RulesetRefused {
        Ruleset rules = withFailingRule();
        CaseFile failing = failing();
        IntStream.range(0, 600).parallel().forEach(i -> {
            if (i % 5 == 0) {
                assertThatThrownBy(() -> rules.decide(failing))
                        .isInstanceOfSatisfying(
                                EvaluationFailed.class,
                                failed -> assertThat(failed.rule()).startsWith("5.1 "));
            }
            CaseFile facts = RandomRequests.of(i, i % 50 == 0 ? 80 : i % 4).facts();
            assertThat(DecisionComparison.differences(reference.decide(facts), rules.decide(facts)))
                    .as("seed %s", i)
                    .isEmpty();
        });
    }

    private static Ruleset withFailingRule() throws IOException, RulesetRefused {
        RulesetSource shipped = RulesetSource.read(ShippedRules.FOLDER);
        Map<String, byte[]> files = new HashMap<>();
        for (String path : shipped.paths()) {
            files.put(path, shipped.bytes(path));
        }
        files.put("5-safeguards/5.1-fails.drl", FAILING_RULE.getBytes(StandardCharsets.UTF_8));
        return Ruleset.load(RulesetSource.of(files));
    }

    private static CaseFile failing() {
        CaseFile any = RandomRequests.of(3, 4).facts();
        Project project = any.projects().get(0);
        Project fails = new Project(
                "FAILS",
                project.name(),
                project.code(),
                List.of(),
                project.majorInvestmentRecognisedOn(),
                project.governmentInvested(),
                project.sector(),
                project.leadUnit(),
                project.functionalZone(),
                project.subdistrict(),
                project.enterprise(),
                project.landMode(),
                project.landContractSignedOn(),
                project.landAllocatedOn(),
                project.landHandoverAgreedOn(),
                project.landHandedOverOn(),
                project.landConditionsRequestedOn(),
                project.landConditionsProvidedOn(),
                project.completedOn());
        return new CaseFile(
                any.asOf(),
                any.reportingFrom(),
                List.of(fails),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
