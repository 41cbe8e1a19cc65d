package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.coverage.ConditionRun;
import cn.jinniu.bangban.coverage.Coverage;
import cn.jinniu.bangban.coverage.Mutation;
import cn.jinniu.bangban.coverage.MutationRun;
import cn.jinniu.bangban.coverage.Mutations;
import cn.jinniu.bangban.coverage.OneSided;
import cn.jinniu.bangban.coverage.Trial;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import cn.jinniu.bangban.scenario.Scenario;
import cn.jinniu.bangban.scenario.ScenarioOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds out all that coverage says, on all processors. */
final class CoverageRun {
    private static final int SCENARIOS_AT_ONCE = 20;

    private final RulesOption rules;
    private final Console console;
    private final List<ScenarioOutcome> outcomes;
    private final Ruleset ruleset;

    /** @param outcomes of the scenarios, all as expected */
    CoverageRun(RulesOption rules, Console console, List<ScenarioOutcome> outcomes, Ruleset ruleset) {
        this.rules = rules;
        this.console = console;
        this.outcomes = outcomes;
        this.ruleset = ruleset;
    }

    /**
     * Runs.
     *
     * @param mutate whether all changes are tried, or those of parameters only
     * @param only how the paths of files to change begin
     */
    Coverage of(boolean mutate, String only) {
        try {
            RulesetSource source = RulesetSource.read(rules.folder);
            MutationRun run = new MutationRun(source, ruleset, outcomes);
            List<Mutation> changes = (mutate ? Mutations.of(source) : Mutations.ofParameters(source))
                    .stream().filter(change -> change.file().startsWith(only)).toList();
            List<Trial> trials = SideBySide.batches(MutationRun.batches(changes), console, run::attempt);
            ConditionRun conditions = new ConditionRun(source);
            List<OneSided> oneSided = conditions.oneSided(SideBySide.each(scenarios(), console, conditions::shown));
            return Coverage.of(
                    ruleset.rules(),
                    outcomes,
                    conditions.conditions(),
                    oneSided,
                    run.blind(trials),
                    mutate ? trials : List.of());
        } catch (IOException e) {
            throw RulesOption.unreadable(rules.folder, e);
        } catch (RulesetRefused refused) {
            throw new RulesFailure(rules.folder, refused.problems());
        }
    }

    private List<List<Scenario>> scenarios() {
        List<List<Scenario>> batches = new ArrayList<>();
        for (int at = 0; at < outcomes.size(); at += SCENARIOS_AT_ONCE) {
            batches.add(outcomes.subList(at, Math.min(outcomes.size(), at + SCENARIOS_AT_ONCE)).stream()
                    .map(ScenarioOutcome::scenario)
                    .toList());
        }
        return batches;
    }
}
