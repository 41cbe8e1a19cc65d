package cn.jinniu.bangban.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.coverage.Trial.Result;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.ruleset.RulesetSource;
import cn.jinniu.bangban.scenario.Scenario;
import cn.jinniu.bangban.scenario.ScenarioFiles;
import cn.jinniu.bangban.scenario.ScenarioOutcome;
import cn.jinniu.bangban.scenario.ScenarioRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The project's own gate: what {@code coverage --mutate} demands of anybody's scenarios. */
@DisplayName("The shipped scenarios")
class ShippedScenariosGateTest {
    private static final int LEAST_SCORE = 90;

    private static RulesetSource source;
    private static List<ScenarioOutcome> outcomes;

    @BeforeAll
    static void replay() throws Exception {
        source = RulesetSource.read(ShippedRules.FOLDER);
        ScenarioRun run = new ScenarioRun(new DecisionDesk(ShippedRules.RULESET));
        outcomes = ScenarioFiles.read(Path.of("..", "test-data"), ShippedRules.RULESET.data()).scenarios().stream()
                .map(run::run)
                .toList();
    }

    private static List<Trial> attempt(List<Mutation> mutations) throws Exception {
        MutationRun run = new MutationRun(source, ShippedRules.RULESET, outcomes);
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<List<Trial>>> started = new ArrayList<>();
            for (List<Mutation> batch : MutationRun.batches(mutations)) {
                started.add(workers.submit(() -> run.attempt(batch)));
            }
            List<Trial> trials = new ArrayList<>();
            for (Future<List<Trial>> batch : started) {
                trials.addAll(batch.get());
            }
            return trials;
        } finally {
            workers.shutdownNow();
        }
    }

    @Test
    @DisplayName("fire every rule, and notice at least 90 % of the changes of rules, and every value of a parameter")
    void gate() throws Exception {
        List<Trial> trials = attempt(Mutations.of(source));
        Coverage coverage = Coverage.of(
                ShippedRules.RULESET.rules(),
                outcomes,
                0,
                List.of(),
                new MutationRun(source, ShippedRules.RULESET, outcomes).blind(trials),
                trials);
        assertThat(coverage.unfired()).isEmpty();
        assertThat(coverage.blind()).isEmpty();
        assertThat(coverage.trials()).hasSizeGreaterThan(400);
        assertThat(coverage.score())
                .as("changes that no scenario notices: %s", coverage.unnoticed())
                .isGreaterThanOrEqualTo(LEAST_SCORE);
    }

    @Test
    @DisplayName("show every condition of a rule both ways")
    void conditions() throws Exception {
        ConditionRun run = new ConditionRun(source);
        List<Scenario> scenarios =
                outcomes.stream().map(ScenarioOutcome::scenario).toList();
        assertThat(run.conditions()).isGreaterThan(150);
        assertThat(run.oneSided(List.of(run.shown(scenarios)))).isEmpty();
        run.retire();
    }

    @Test
    @DisplayName("notice the same changes whether these are compiled together or each by itself")
    void togetherAndAlone() throws Exception {
        List<Mutation> some = Mutations.of(source).stream()
                .filter(mutation -> mutation.file().startsWith("3.3-service-room/3.3.1a"))
                .toList();
        List<Trial> together = attempt(some);
        for (int i = 0; i < some.size(); i += 4) {
            Ruleset changed = Ruleset.compile(some.get(i).in(source));
            ScenarioRun run = new ScenarioRun(new DecisionDesk(changed));
            boolean noticed = outcomes.stream()
                    .map(ScenarioOutcome::scenario)
                    .anyMatch(scenario -> !run.run(scenario).asExpected());
            assertThat(together.get(i).result())
                    .as(some.get(i).toString())
                    .isEqualTo(noticed ? Result.NOTICED : Result.UNNOTICED);
            changed.retire();
        }
    }
}
