package cn.jinniu.bangban.live;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.EvaluationFailed;
import cn.jinniu.bangban.engine.RuleInfo;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.scenario.Scenario;
import cn.jinniu.bangban.scenario.ScenarioOutcome;
import cn.jinniu.bangban.scenario.ScenarioRun;
import cn.jinniu.bangban.text.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tries a ruleset on scenarios before it decides for anybody. A rule that cannot be carried out on one of them forbids the
 * ruleset. A scenario that comes out otherwise than it expects does not: the scheme may have been amended, and then that
 * is what the edit is for; but it is shown.
 */
public final class ScenarioTrial {
    private final ScenarioPlace place;

    ScenarioTrial(ScenarioPlace place) {
        this.place = place;
    }

    /** @throws InterruptedException when the thread is interrupted between two scenarios */
    TrialReport of(DecisionDesk desk) throws InterruptedException {
        ScenarioPlace.Scenarios scenarios;
        try {
            scenarios = place.read(desk.ruleset().data());
        } catch (IOException e) {
            return new TrialReport(0, List.of(), List.of(), List.of(unreadable(e)));
        }
        return of(desk, scenarios);
    }

    /**
     * Tries a ruleset on scenarios.
     *
     * @throws InterruptedException when the thread is interrupted between two scenarios
     */
    public static TrialReport of(DecisionDesk desk, ScenarioPlace.Scenarios scenarios) throws InterruptedException {
        ScenarioRun run = new ScenarioRun(desk);
        Map<String, Failure> failures = new LinkedHashMap<>();
        List<TrialReport.Differing> differing = new ArrayList<>();
        for (Scenario scenario : scenarios.found().scenarios()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            ScenarioOutcome outcome = run.run(scenario);
            EvaluationFailed failure = outcome.failure();
            if (failure != null) {
                failures.merge(
                        failure.rule(),
                        new Failure(scenarios.below(scenario.file()), scenario.title(), failure, 1),
                        (first, again) -> first.oneMore());
            } else if (!outcome.asExpected()) {
                differing.add(new TrialReport.Differing(scenarios.below(scenario.file()), scenario.title()));
            }
        }
        List<RulesetProblem> problems = failures.values().stream()
                .map(failure -> failure.problem(desk.ruleset()))
                .toList();
        List<RulesetProblem> unread = scenarios.found().problems().stream()
                .map(each ->
                        new RulesetProblem(scenarios.below(each.file()), each.line(), each.column(), each.message()))
                .toList();
        return new TrialReport(scenarios.found().scenarios().size(), problems, differing, unread);
    }

    private static RulesetProblem unreadable(IOException e) {
        return new RulesetProblem(
                ".",
                0,
                0,
                new Text(
                        "没有试运行：找不到或无法读取场景目录（" + e.getMessage() + "）",
                        "nothing was tried: the scenarios' folder is not there or cannot be read (" + e.getMessage()
                                + ")"));
    }

    /**
     * A rule that could not be carried out.
     *
     * @param file of the first scenario it failed on
     * @param title of that
     * @param times on how many
     */
    private record Failure(String file, Text title, EvaluationFailed failure, int times) {
        Failure oneMore() {
            return new Failure(file, title, failure, times + 1);
        }

        RulesetProblem problem(Ruleset ruleset) {
            Optional<RuleInfo> rule = ruleset.rules().stream()
                    .filter(each -> each.name().equals(failure.rule()))
                    .findFirst();
            Text why = failure.why();
            return new RulesetProblem(
                    rule.map(RuleInfo::file).orElse("."),
                    rule.map(RuleInfo::line).orElse(0),
                    0,
                    0,
                    ProblemKind.FAILS_ON_SCENARIO,
                    new Text(
                            "试运行：规则「" + failure.rule() + "」在 " + times + " 个场景上无法执行"
                                    + (why.zh().isEmpty() ? "" : "（" + why.zh() + "）") + "，例如“" + title.zh() + "”（"
                                    + file + "）；请改正这条规则",
                            "trial: the rule «" + failure.rule() + "» could not be carried out on " + times
                                    + (times == 1 ? " scenario" : " scenarios")
                                    + (why.en().isEmpty() ? "" : " (" + why.en() + ")") + ", such as \""
                                    + title.en() + "\" (" + file + "); mend the rule"));
        }
    }
}
