package cn.jinniu.bangban.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.ruleset.RulesFolder;
import cn.jinniu.bangban.ruleset.RulesetSource;
import cn.jinniu.bangban.scenario.Scenario;
import cn.jinniu.bangban.scenario.ScenarioFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Conditions that scenarios do not show both ways")
class ConditionRunTest {
    private static final String RULES = """
            rule "5.1 试一试 / try"
                @clause("5.1")
            when
                $p : Project( $id : id, name != null, governmentInvested || completedOn != null )
                not Report( project == $id, kind == ReportKind.SERVICE )
                accumulate( OwnerContact( project == $id, commissioner != null, $on : contactedOn );
                            $last : max( $on ), $count : count( $on );
                            $count > 1 )
                ( Approval( project == $id, important ) or Difficulty( project == $id ) )
            then
            end
            """;

    @TempDir
    Path folder;

    private final List<Scenario> scenarios = new ArrayList<>();
    private final RulesetSource source = new RulesFolder()
            .withoutDuties()
            .with("5-safeguards/5.1-try.drl", RULES)
            .source();

    private void scenario(String facts) throws Exception {
        Path file = folder.resolve(scenarios.size() + ".yaml");
        Files.writeString(file, """
                title: 试一试
                titleEn: A try
                clauses: [5.1]
                request: {asOf: 2026-03-02, %s}
                expect: {none: [{code: TRACK_PROJECT}], others: allowed}
                """.formatted(facts));
        ScenarioFiles.Found found = ScenarioFiles.read(List.of(file), folder, ShippedRules.RULESET.data());
        assertThat(found.problems()).isEmpty();
        scenarios.addAll(found.scenarios());
    }

    private List<String> found() throws Exception {
        ConditionRun run = new ConditionRun(source);
        return run.oneSided(List.of(run.shown(scenarios))).stream()
                .filter(one -> one.condition().rule().file().endsWith("5.1-try.drl"))
                .map(one -> one.condition().line() + ":" + one.condition().column() + " "
                        + one.condition().text() + (one.everTrue() ? "" : " never true")
                        + (one.everFalse() ? "" : " never false"))
                .toList();
    }

    @Test
    @DisplayName("are found wherever they stand, with their place, on facts that fulfil those before them")
    void oneSided() throws Exception {
        scenario("projects: [{id: P-1, name: 一}]");
        assertThat(found())
                .containsExactly(
                        "4:29 name != null never false",
                        "4:43 governmentInvested || completedOn != null never true",
                        "5:17 project == $id never true never false",
                        "5:33 kind == ReportKind.SERVICE never true never false",
                        "6:31 project == $id never true never false",
                        "6:47 commissioner != null never true never false",
                        "8:17 $count > 1 never true never false",
                        "9:17 project == $id never true never false",
                        "9:33 important never true never false",
                        "9:60 project == $id never true never false");

        scenario(
                "projects: [{id: P-2}, {id: P-3, name: 三, completedOn: 2026-01-05}],"
                        + " ownerContacts: [{id: C-1, project: P-3, commissioner: x, contactedOn: 2026-01-06},"
                        + " {id: C-2, project: P-3, contactedOn: 2026-01-07}, {id: C-3, project: P-2, contactedOn: 2026-01-07}]");
        assertThat(found())
                .containsExactly(
                        "5:17 project == $id never true never false",
                        "5:33 kind == ReportKind.SERVICE never true never false",
                        "8:17 $count > 1 never true",
                        "9:17 project == $id never true never false",
                        "9:33 important never true never false",
                        "9:60 project == $id never true never false");
    }
}
