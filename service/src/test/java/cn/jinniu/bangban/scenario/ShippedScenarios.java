package cn.jinniu.bangban.scenario;

import static java.util.stream.Collectors.toUnmodifiableSet;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.ruleset.YamlItem.YamlMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The project's own scenarios, replayed once for all tests. */
final class ShippedScenarios {
    static final Path FOLDER = Path.of("..", "test-data");

    /** Whole decisions about much at once: they are no answer to the question what a rule is for. */
    private static final String EXAMPLES = "examples";

    static final ScenarioFiles.Found FOUND = read();
    static final List<ScenarioOutcome> OUTCOMES = replay();

    private ShippedScenarios() {}

    private static ScenarioFiles.Found read() {
        try {
            return ScenarioFiles.read(FOLDER, ShippedRules.RULESET.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ScenarioOutcome> replay() {
        ScenarioRun run = new ScenarioRun(new DecisionDesk(ShippedRules.RULESET));
        return FOUND.scenarios().stream().map(run::run).toList();
    }

    /** Path of a scenario's file below the scenarios' folder. */
    static String path(Scenario scenario) {
        return FOLDER.relativize(Path.of(scenario.file())).toString().replace('\\', '/');
    }

    /** The folder at the top that a file stands in, scenario's or rule's. */
    static String folder(String path) {
        return path.substring(0, path.indexOf('/'));
    }

    /** Outcomes of the scenarios that were written to show something. */
    static Stream<ScenarioOutcome> telling() {
        return OUTCOMES.stream()
                .filter(outcome -> !folder(path(outcome.scenario())).equals(EXAMPLES));
    }

    /** What scenarios that were written to show something expect to find among some answers. */
    static Stream<YamlMap> expected(Section section) {
        return telling()
                .map(outcome -> outcome.scenario().expected())
                .filter(Expected.Answers.class::isInstance)
                .flatMap(expected -> ((Expected.Answers) expected).answers().get(section).stream());
    }

    /** The errors that scenarios expect a refused request to have. */
    static Stream<Expected.ExpectedError> expectedErrors() {
        return telling()
                .map(outcome -> outcome.scenario().expected())
                .filter(Expected.Refusal.class::isInstance)
                .flatMap(expected -> ((Expected.Refusal) expected).errors().stream());
    }

    /** The clauses that scenarios say they show. */
    static Set<String> clauses() {
        return telling()
                .flatMap(outcome -> outcome.scenario().clauses().stream())
                .collect(toUnmodifiableSet());
    }
}
