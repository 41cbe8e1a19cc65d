package cn.jinniu.bangban.coverage;

import cn.jinniu.bangban.coverage.Trial.Result;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import cn.jinniu.bangban.scenario.Scenario;
import cn.jinniu.bangban.scenario.ScenarioOutcome;
import cn.jinniu.bangban.scenario.ScenarioRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tries changes of a rules folder on scenarios that come out as expected without them. Safe for many threads. */
public final class MutationRun {
    private final RulesetSource source;
    private final List<ScenarioOutcome> outcomes;

    /** @param outcomes of the scenarios under the folder as it is */
    public MutationRun(RulesetSource source, List<ScenarioOutcome> outcomes) {
        this.source = source;
        this.outcomes = List.copyOf(outcomes);
    }

    /** Makes one change and replays scenarios until one comes out otherwise. */
    public Trial attempt(Mutation mutation) {
        Ruleset changed;
        try {
            changed = Ruleset.compile(mutation.in(source));
        } catch (RulesetRefused refused) {
            return new Trial(mutation, Result.REFUSED, null);
        }
        try {
            ScenarioRun run = new ScenarioRun(new DecisionDesk(changed));
            for (Scenario scenario : likelyFirst(mutation)) {
                if (!run.run(scenario).asExpected()) {
                    return new Trial(mutation, Result.NOTICED, scenario.file());
                }
            }
            return new Trial(mutation, Result.UNNOTICED, null);
        } finally {
            changed.retire();
        }
    }

    /** Those in which a rule of the changed file fires come first: they are the likeliest to notice. */
    private List<Scenario> likelyFirst(Mutation mutation) {
        List<ScenarioOutcome> sorted = new ArrayList<>(outcomes);
        sorted.sort(Comparator.comparing(outcome ->
                outcome.fired().stream().noneMatch(rule -> rule.file().equals(mutation.file()))));
        return sorted.stream().map(ScenarioOutcome::scenario).toList();
    }
}
