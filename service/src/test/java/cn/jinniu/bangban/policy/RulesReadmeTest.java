package cn.jinniu.bangban.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.RuleInfo;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import cn.jinniu.bangban.scenario.Scenario;
import cn.jinniu.bangban.scenario.ScenarioFiles;
import cn.jinniu.bangban.scenario.ScenarioOutcome;
import cn.jinniu.bangban.scenario.ScenarioRun;
import cn.jinniu.bangban.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A policy officer who follows the guide in rules/")
class RulesReadmeTest {
    private static final RulesReadme README = new RulesReadme();
    private static final Ruleset FOLLOWED = load();

    private static Ruleset load() {
        try {
            return Ruleset.load(README.followed().source());
        } catch (RulesetRefused refused) {
            throw new AssertionError("the examples do not load: " + refused.problems(), refused);
        }
    }

    @Test
    @DisplayName("has a new duty decided, with its status, its alert and its sentence, and no program touched")
    void newDuty(@TempDir Path testData) throws IOException {
        RulesReadme.write(testData, README.scenarios());
        ScenarioFiles.Found found = ScenarioFiles.read(testData, FOLLOWED.data());
        assertThat(found.problems()).isEmpty();
        assertThat(found.scenarios()).isNotEmpty();
        DecisionDesk desk = new DecisionDesk(FOLLOWED);
        for (Scenario scenario : found.scenarios()) {
            ScenarioOutcome outcome = new ScenarioRun(desk).run(scenario);
            assertThat(outcome.differences()).isEmpty();
            assertThat(message(desk, outcome, Language.ZH))
                    .as("the sentence the guide promises")
                    .contains(promised());
            assertThat(message(desk, outcome, Language.EN))
                    .contains("was to ask the owner of project JN-2026-023", "by 2026-06-03 and is 2 days late");
        }
    }

    /** The answer that the guide quotes in full. */
    private static String promised() {
        Matcher quoted = Pattern.compile("答复里就会有这样一句：\\n“(.*)”\\n").matcher(README.text);
        assertThat(quoted.find()).isTrue();
        return quoted.group(1);
    }

    private static String message(DecisionDesk desk, ScenarioOutcome outcome, Language language) {
        byte[] answer = desk.bytes(Objects.requireNonNull(outcome.decision()), "d-1", language);
        return new String(answer, StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("finds the new rule under its clause, and another version of the ruleset")
    void newRule() {
        assertThat(FOLLOWED.rules())
                .filteredOn(rule -> rule.file().equals("3.5-service-flow/3.5.4-completion-feedback.drl"))
                .extracting(RuleInfo::clause)
                .containsExactly("3.5.4");
        assertThat(FOLLOWED.rules()).hasSize(ShippedRules.RULESET.rules().size() + 1);
        assertThat(FOLLOWED.version()).isNotEqualTo(ShippedRules.RULESET.version());
    }

    @Test
    @DisplayName("has changed a limit, a sector, the units and the calendar from their day on")
    void plainFiles() {
        LocalDate from = LocalDate.of(2027, 1, 1);
        assertThat(FOLLOWED.data().parameters().on(from.minusDays(1)).days("follow-up-visit-days"))
                .isEqualTo(10);
        assertThat(FOLLOWED.data().parameters().on(from).days("follow-up-visit-days"))
                .isEqualTo(7);
        assertThat(FOLLOWED.data().sectors().departmentOf("HEALTH", from.minusDays(1)))
                .isEqualTo(FOLLOWED.data().directory().unit("health-bureau"));
        assertThat(FOLLOWED.data().sectors().departmentOf("HEALTH", from))
                .isEqualTo(FOLLOWED.data().directory().unit("civil-affairs-bureau"));
        assertThat(FOLLOWED.data().directory().unit("jinniu-industry-group")).isNotNull();
        assertThat(FOLLOWED.data().calendar().hasDataFor(2027)).isTrue();
        assertThat(FOLLOWED.data().calendar().isWorkingDay(from)).isFalse();
    }

    @Test
    @DisplayName("finds every word of the vocabulary explained, with the fields it has")
    void vocabulary() throws ClassNotFoundException {
        Map<String, Class<?>> words = vocabularyTypes();
        Map<String, List<String>> explained = new LinkedHashMap<>();
        for (Matcher row = Pattern.compile("(?m)^\\| `([A-Z]\\w+)` \\| [^|]+ \\| (.+) \\|$")
                        .matcher(README.text);
                row.find(); ) {
            explained.put(
                    row.group(1),
                    Pattern.compile("`(\\w+)`")
                            .matcher(row.group(2))
                            .results()
                            .map(field -> field.group(1))
                            .toList());
        }
        explained.forEach((word, fields) -> {
            assertThat(words).containsKey(word);
            Set<String> methods = Arrays.stream(words.get(word).getMethods())
                    .map(method -> method.getName())
                    .collect(Collectors.toSet());
            assertThat(methods).as("fields of %s", word).containsAll(fields);
        });
        Set<String> mentioned = Pattern.compile("\\w+")
                .matcher(README.text)
                .results()
                .map(word -> word.group())
                .collect(Collectors.toSet());
        Stream<String> facts = words.values().stream().filter(Class::isRecord).map(Class::getSimpleName);
        assertThat(mentioned).containsAll(facts.toList());
    }

    /** The types that {@code vocabulary.drl} imports, by simple name. */
    private static Map<String, Class<?>> vocabularyTypes() throws ClassNotFoundException {
        String text = README.followed().text("vocabulary.drl");
        Map<String, Class<?>> types = new LinkedHashMap<>();
        for (Matcher line = Pattern.compile("(?m)^import (cn\\.jinniu\\.[\\w.]+\\.([A-Z]\\w+))$")
                        .matcher(text);
                line.find(); ) {
            if (!line.group(1).matches(".*\\.[A-Z]\\w*\\.[A-Z]\\w*")) {
                types.put(line.group(2), Class.forName(line.group(1)));
            }
        }
        return types;
    }

    @Test
    @DisplayName("copies a folder on disk: what is loaded is what was there, whatever is done to it afterwards")
    void folderOnDisk(@TempDir Path folder) throws IOException, RulesetRefused {
        RulesetSource source = README.followed().source();
        Map<String, String> files = new LinkedHashMap<>();
        source.paths()
                .forEach(path -> files.put(
                        path, new String(Objects.requireNonNull(source.bytes(path)), StandardCharsets.UTF_8)));
        RulesReadme.write(folder, files);
        Ruleset loaded = Ruleset.load(RulesetSource.read(folder));
        assertThat(loaded.version()).isEqualTo(FOLLOWED.version());
        RulesReadme.write(folder, Map.of("parameters.yaml", ""));
        assertThat(loaded.data().parameters().on(LocalDate.of(2026, 1, 1)).days("ask-for-feedback-days"))
                .isEqualTo(10);
    }
}
