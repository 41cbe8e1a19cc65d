package cn.jinniu.bangban.live;

import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.text.Text;
import java.util.List;

/**
 * How a ruleset came out of its trial on the scenarios.
 *
 * @param scenarios how many were tried
 * @param failures scenarios on which a rule could not be carried out, with the rule to mend; they forbid the ruleset
 * @param differing scenarios that came out otherwise than they expect: an edit may mean just that, so they only warn
 * @param unread scenario files that could not be used
 */
public record TrialReport(
        int scenarios, List<RulesetProblem> failures, List<Differing> differing, List<RulesetProblem> unread) {
    /**
     * A scenario that came out otherwise than it expects.
     *
     * @param file its file, below the scenarios' folder
     * @param title what happens in it
     */
    public record Differing(String file, Text title) {}

    public TrialReport {
        failures = List.copyOf(failures);
        differing = List.copyOf(differing);
        unread = List.copyOf(unread);
    }
}
