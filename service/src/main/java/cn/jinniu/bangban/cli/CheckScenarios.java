package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.EvaluationFailed;
import cn.jinniu.bangban.engine.RuleInfo;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.scenario.ScenarioFiles;
import cn.jinniu.bangban.scenario.ScenarioOutcome;
import cn.jinniu.bangban.scenario.ScenarioRun;
import cn.jinniu.bangban.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks rules by scenarios: which of them fire in none, and which cannot be carried out on one. */
final class CheckScenarios {
    private static final String BESIDE = "test-data";

    private final Console console;

    CheckScenarios(Console console) {
        this.console = console;
    }

    /** The folder named, or the one that lies beside the rules folder; null where there is none. */
    static @Nullable Path folder(@Nullable Path named, Path rules) {
        if (named != null) {
            return named;
        }
        Path beside = rules.toAbsolutePath().normalize().resolveSibling(BESIDE);
        if (!Files.isDirectory(beside)) {
            return null;
        }
        Path here = Path.of("").toAbsolutePath();
        return beside.startsWith(here) ? here.relativize(beside) : beside;
    }

    List<RulesetProblem> check(Path folder, Ruleset ruleset) {
        ScenarioFiles.Found found;
        try {
            found = ScenarioFiles.read(folder, ruleset.data());
        } catch (IOException e) {
            throw new Failure(
                    "无法读取场景目录 " + folder + "（" + IoReasons.of(e).zh() + "）；请用 --scenarios 指定",
                    "cannot read the scenarios " + folder + " ("
                            + IoReasons.of(e).en() + "); name them with --scenarios");
        }
        List<RulesetProblem> problems = new ArrayList<>();
        for (RulesetProblem each : found.problems()) {
            problems.add(new RulesetProblem(
                    each.file(), each.line(), each.column(), each.length(), ProblemKind.SCENARIO, each.message()));
        }
        ScenarioRun run = new ScenarioRun(new DecisionDesk(ruleset));
        List<ScenarioOutcome> outcomes = SideBySide.each(found.scenarios(), console, run::run);
        Set<String> failed = new LinkedHashSet<>();
        for (ScenarioOutcome outcome : outcomes) {
            EvaluationFailed failure = outcome.failure();
            if (failure != null && failed.add(failure.rule())) {
                problems.add(failure(ruleset, outcome, failure));
            }
        }
        // Where one fails, it is not known which others would fire.
        if (!outcomes.isEmpty() && failed.isEmpty()) {
            Set<RuleInfo> fired = new HashSet<>();
            outcomes.forEach(outcome -> fired.addAll(outcome.fired()));
            for (RuleInfo rule : ruleset.rules()) {
                if (!fired.contains(rule)) {
                    problems.add(unfired(rule));
                }
            }
        }
        return problems;
    }

    private static RulesetProblem failure(Ruleset ruleset, ScenarioOutcome outcome, EvaluationFailed failure) {
        RuleInfo rule = ruleset.rules().stream()
                .filter(each -> each.name().equals(failure.rule()))
                .findFirst()
                .orElse(null);
        Text why = failure.why();
        return new RulesetProblem(
                rule == null ? "." : rule.file(),
                rule == null ? 0 : rule.line(),
                0,
                0,
                ProblemKind.FAILS_ON_SCENARIO,
                new Text(
                        "规则「" + failure.rule() + "」在场景“"
                                + outcome.scenario().title().zh() + "”（"
                                + outcome.scenario().file() + "）上无法执行"
                                + (why.zh().isEmpty() ? "" : "（" + why.zh() + "）") + "；请改正这条规则",
                        "the rule «" + failure.rule() + "» cannot be carried out on the scenario \""
                                + outcome.scenario().title().en() + "\" ("
                                + outcome.scenario().file() + ")"
                                + (why.en().isEmpty() ? "" : " (" + why.en() + ")")
                                + "; mend the rule"));
    }

    private static RulesetProblem unfired(RuleInfo rule) {
        return new RulesetProblem(
                rule.file(),
                rule.line(),
                0,
                0,
                ProblemKind.NO_SCENARIO,
                new Text(
                        "没有场景让规则「" + rule.name() + "」得出结果；请在 test-data 里写一个，说明什么情况下应得到什么答复",
                        "no scenario fires the rule «" + rule.name()
                                + "»; write one in test-data that says what is answered when"));
    }
}
