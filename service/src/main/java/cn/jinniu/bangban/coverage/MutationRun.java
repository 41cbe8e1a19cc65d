package cn.jinniu.bangban.coverage;

import cn.jinniu.bangban.coverage.Coverage.BlindValue;
import cn.jinniu.bangban.coverage.Trial.Result;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.EvaluationFailed;
import cn.jinniu.bangban.engine.RuleVariants;
import cn.jinniu.bangban.engine.RuleVariants.Made;
import cn.jinniu.bangban.engine.RuleVariants.Variant;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import cn.jinniu.bangban.scenario.Scenario;
import cn.jinniu.bangban.scenario.ScenarioOutcome;
import cn.jinniu.bangban.scenario.ScenarioRun;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tries changes of a rules folder on scenarios that come out as expected without them. Safe for many threads. */
public final class MutationRun {
    private final RulesetSource source;
    private final Ruleset ruleset;
    private final RuleVariants variants;
    private final LikelyScenarios scenarios;

    /**
     * Of a folder.
     *
     * @param ruleset what the folder makes
     * @param outcomes of the scenarios under it
     * @throws RulesetRefused when the folder cannot decide as it is
     */
    public MutationRun(RulesetSource source, Ruleset ruleset, List<ScenarioOutcome> outcomes) throws RulesetRefused {
        this.source = source;
        this.ruleset = ruleset;
        this.variants = new RuleVariants(source);
        this.scenarios = new LikelyScenarios(source, ruleset.rules(), outcomes);
    }

    /** Values of parameters that no scenario notices, among changes that were tried. */
    public List<BlindValue> blind(List<Trial> trials) {
        return trials.stream()
                .filter(trial -> trial.result() == Result.UNNOTICED)
                .map(Trial::mutation)
                .filter(mutation -> mutation.file().equals(Mutations.PARAMETERS))
                .map(mutation -> new BlindValue(scenarios.parameterAt(mutation), mutation.line(), mutation.before()))
                .toList();
    }

    /** Puts together what is best tried together: some changes of one file. */
    public static List<List<Mutation>> batches(List<Mutation> mutations) {
        List<List<Mutation>> batches = new ArrayList<>();
        List<Mutation> batch = new ArrayList<>();
        for (Mutation mutation : mutations) {
            boolean full = batch.size() == RuleVariants.atOnce();
            if (full || !batch.isEmpty() && !batch.get(0).file().equals(mutation.file())) {
                batches.add(batch);
                batch = new ArrayList<>();
            }
            batch.add(mutation);
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    /** Makes each of some changes by itself, and replays scenarios until one comes out otherwise. */
    public List<Trial> attempt(List<Mutation> batch) {
        return batch.get(0).file().endsWith(".drl")
                ? ofRules(batch)
                : batch.stream().map(this::ofPlainFile).toList();
    }

    private Trial ofPlainFile(Mutation mutation) {
        Ruleset changed = variants.beside(ruleset, mutation.in(source));
        return changed == null
                ? new Trial(mutation, Result.REFUSED, null)
                : trial(mutation, noticing(mutation, new DecisionDesk(changed)));
    }

    private static Trial trial(Mutation mutation, @Nullable String noticedBy) {
        return new Trial(mutation, noticedBy == null ? Result.UNNOTICED : Result.NOTICED, noticedBy);
    }

    private @Nullable String noticing(Mutation mutation, DecisionDesk desk) {
        ScenarioRun run = new ScenarioRun(desk);
        for (Scenario scenario : scenarios.likelyFirst(mutation)) {
            if (!run.run(scenario).asExpected()) {
                return scenario.file();
            }
        }
        return null;
    }

    private List<Trial> ofRules(List<Mutation> batch) {
        Trial[] trials = new Trial[batch.size()];
        List<Integer> left = IntStream.range(0, batch.size()).boxed().toList();
        while (!left.isEmpty()) {
            left = together(batch, left, trials);
        }
        return List.of(trials);
    }

    /**
     * Tries changes that are compiled together.
     *
     * @param left which of the batch are still to try
     * @return those that are still to try afterwards: where one fails by being looked at, others cannot be tried beside it
     */
    private List<Integer> together(List<Mutation> batch, List<Integer> left, Trial[] trials) {
        RuleVariants.Batch made = variants.compile(left.stream()
                .map(index -> batch.get(index))
                .map(mutation -> new Variant(mutation.file(), mutation.text(source), mutation.start()))
                .toList());
        try {
            for (int number = 0; number < left.size(); number++) {
                int index = left.get(number);
                Beside one = one(batch.get(index), number, made);
                if (one.failing() >= 0) {
                    int other = left.get(one.failing());
                    trials[other] = trial(batch.get(other), one.scenario());
                    break;
                }
                trials[index] = one.trial();
            }
            return left.stream().filter(index -> trials[index] == null).toList();
        } finally {
            made.all().retire();
        }
    }

    /**
     * What came of trying one change beside others.
     *
     * @param trial null where it could not be tried
     * @param failing number of the other one whose conditions fail by themselves; -1 for none
     * @param scenario on which they do
     */
    private record Beside(
            @Nullable Trial trial, int failing, @Nullable String scenario) {
        static Beside of(Trial trial) {
            return new Beside(trial, -1, null);
        }
    }

    private Beside one(Mutation mutation, int number, RuleVariants.Batch batch) {
        Made made = batch.made().get(number);
        if (made instanceof Made.Refused) {
            return Beside.of(new Trial(mutation, Result.REFUSED, null));
        } else if (made instanceof Made.Ready ready) {
            ScenarioRun run = new ScenarioRun(new DecisionDesk(ready.ruleset()));
            for (Scenario scenario : scenarios.likelyFirst(mutation)) {
                ScenarioOutcome outcome = run.run(scenario);
                int failed = failed(outcome, batch);
                if (failed >= 0 && failed != number) {
                    boolean byItself =
                            failed == failed(new ScenarioRun(new DecisionDesk(batch.all())).run(scenario), batch);
                    return byItself
                            ? new Beside(null, failed, scenario.file())
                            : Beside.of(alone(mutation)); // what this one concludes makes the other fail
                } else if (!outcome.asExpected()) {
                    return Beside.of(trial(mutation, scenario.file()));
                }
            }
            return Beside.of(trial(mutation, null));
        }
        return Beside.of(alone(mutation));
    }

    /** Number of the variant that failed; -1 where none did. */
    private static int failed(ScenarioOutcome outcome, RuleVariants.Batch batch) {
        EvaluationFailed failure = outcome.failure();
        return failure == null ? -1 : batch.names().indexOf(failure.rule());
    }

    private Trial alone(Mutation mutation) {
        Ruleset changed;
        try {
            changed = Ruleset.compile(mutation.in(source));
        } catch (RulesetRefused refused) {
            return new Trial(mutation, Result.REFUSED, null);
        }
        try {
            return trial(mutation, noticing(mutation, new DecisionDesk(changed)));
        } finally {
            changed.retire();
        }
    }
}
