package cn.jinniu.bangban.scenario;

import static cn.jinniu.bangban.scenario.ShippedScenarios.folder;
import static cn.jinniu.bangban.scenario.ShippedScenarios.path;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.RuleInfo;
import cn.jinniu.bangban.engine.ShippedRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Of the scenarios under test-data,")
class ShippedScenariosTest {
    /** Rules that any request sets off, since any has months to report about. */
    private static final Set<String> NEVER_SILENT = Set.of(
            "3.5.3 每月通报的期限 / the day a month's service is reported by",
            "4.4a 每月报送进度的期限 / the day a month's progress is reported by",
            "4.7c 印证材料每月报送的期限 / the day a month's evidence is handed in by");

    private static final Pattern DAY = Pattern.compile("\\d{4}年\\d{1,2}月\\d{1,2}日");
    private static final Pattern NUMBER = Pattern.compile("(\\d+(?:\\.\\d+)*[a-z]?)-");

    private static final Pattern YAML_BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    static Stream<Arguments> outcomes() {
        return ShippedScenarios.OUTCOMES.stream().map(outcome -> Arguments.of(path(outcome.scenario()), outcome));
    }

    static Stream<Arguments> rules() {
        return ShippedRules.RULESET.rules().stream().map(rule -> Arguments.of(rule.name(), rule));
    }

    @Nested
    @DisplayName("each")
    class Each {
        @Test
        @DisplayName("can be read")
        void read() {
            assertThat(ShippedScenarios.FOUND.problems()).isEmpty();
            assertThat(ShippedScenarios.FOUND.scenarios()).isNotEmpty();
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("cn.jinniu.bangban.scenario.ShippedScenariosTest#outcomes")
        @DisplayName("comes out as it expects")
        void asExpected(String path, ScenarioOutcome outcome) {
            assertThat(outcome.differences()).as(path).isEmpty();
        }

        @Test
        @DisplayName("has a dated sentence for its title")
        void dated() {
            assertThat(ShippedScenarios.FOUND.scenarios())
                    .allSatisfy(scenario ->
                            assertThat(scenario.title().zh()).as(path(scenario)).containsPattern(DAY));
        }

        @Test
        @DisplayName("is found by a clause it shows: the one its folder and its file begin with")
        void place() {
            for (Scenario scenario : ShippedScenarios.FOUND.scenarios()) {
                String path = path(scenario);
                Matcher chapter = NUMBER.matcher(path);
                if (chapter.lookingAt()) {
                    Matcher clause = NUMBER.matcher(path.substring(path.indexOf('/') + 1));
                    assertThat(clause.lookingAt()).as(path).isTrue();
                    assertThat(clause.group(1)).as(path).startsWith(chapter.group(1));
                    assertThat(scenario.clauses()).as(path).anyMatch(cited -> cited.startsWith(clause.group(1)));
                }
            }
        }

        @Test
        @DisplayName("tells a story of its own")
        void titles() {
            List<Scenario> scenarios = ShippedScenarios.FOUND.scenarios();
            assertThat(scenarios).extracting(scenario -> scenario.title().zh()).doesNotHaveDuplicates();
            assertThat(scenarios).extracting(scenario -> scenario.title().en()).doesNotHaveDuplicates();
        }
    }

    @Nested
    @DisplayName("each rule")
    class EachRule {
        @ParameterizedTest(name = "{0}")
        @MethodSource("cn.jinniu.bangban.scenario.ShippedScenariosTest#rules")
        @DisplayName("has some that cite its clause and in which it fires")
        void fires(String name, RuleInfo rule) {
            assertThat(ShippedScenarios.telling()
                            .filter(outcome -> shows(outcome, rule) || standsBeside(outcome, rule))
                            .anyMatch(outcome -> outcome.fired().contains(rule)))
                    .as("a scenario in %s or of clause %s has the rule answer", folder(rule.file()), rule.clause())
                    .isTrue();
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("cn.jinniu.bangban.scenario.ShippedScenariosTest#rules")
        @DisplayName("has some in its own folder in which it stays silent")
        void staysSilent(String name, RuleInfo rule) {
            if (NEVER_SILENT.contains(name)) {
                return;
            }
            assertThat(ShippedScenarios.telling()
                            .filter(outcome -> outcome.decision() != null && standsBeside(outcome, rule))
                            .anyMatch(outcome -> !outcome.fired().contains(rule)))
                    .as("a scenario in %s has the rule stay silent", folder(rule.file()))
                    .isTrue();
        }

        private boolean shows(ScenarioOutcome outcome, RuleInfo rule) {
            return outcome.scenario().clauses().contains(rule.clause());
        }

        private boolean standsBeside(ScenarioOutcome outcome, RuleInfo rule) {
            return folder(path(outcome.scenario())).equals(folder(rule.file()));
        }
    }

    @Test
    @DisplayName("some cite each clause that has rules")
    void everyClause() {
        assertThat(ShippedScenarios.clauses())
                .containsAll(ShippedRules.RULESET.rules().stream()
                        .map(RuleInfo::clause)
                        .collect(toSet()));
    }

    @Test
    @DisplayName("the one that README.md explains comes out as it says")
    void readme(@TempDir Path folder) throws IOException {
        Matcher block = YAML_BLOCK.matcher(Files.readString(ShippedScenarios.FOLDER.resolve("README.md")));
        assertThat(block.find()).isTrue();
        Scenario scenario =
                new ScenarioFolder(folder).with("readme.yaml", block.group(1)).scenario();
        assertThat(new ScenarioRun(new DecisionDesk(ShippedRules.RULESET))
                        .run(scenario)
                        .differences())
                .isEmpty();
    }
}
