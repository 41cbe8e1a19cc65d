package cn.jinniu.bangban.candidate;

import cn.jinniu.bangban.impact.ChangedCase;
import cn.jinniu.bangban.impact.SummaryView;
import cn.jinniu.bangban.live.TrialReport;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a candidate.
 *
 * @param version content hash that it would have in force
 * @param problems everything for which it would be refused; empty when it could be put into force
 * @param trial how it came out of its trial on the scenarios; null where it could not be tried
 * @param impact which decisions it would change; null where it cannot decide, or nothing is in force
 */
public record Verdict(
        String version,
        List<RulesetProblem> problems,
        @Nullable TrialReport trial,
        @Nullable Effect impact) {

    /**
     * Which decisions a candidate would change.
     *
     * @param inForce version of the ruleset it was compared with
     * @param summary in numbers
     * @param changed requests that come out otherwise, with each change; the first of them
     * @param unlisted how many more there are
     */
    public record Effect(String inForce, SummaryView summary, List<ChangedCase> changed, long unlisted) {}

    public Verdict {
        problems = List.copyOf(problems);
    }
}
