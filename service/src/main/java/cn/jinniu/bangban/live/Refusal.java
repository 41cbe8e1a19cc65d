package cn.jinniu.bangban.live;

import cn.jinniu.bangban.ruleset.RulesetProblem;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why what stands in the rules folder does not decide.
 *
 * @param version content hash of what was refused; null where the folder could not be read
 * @param since when the folder first held what was refused; later refusals do not move it
 * @param at when it was last looked at and refused
 * @param problems everything wrong with it, never empty
 */
public record Refusal(@Nullable String version, ZonedDateTime since, ZonedDateTime at, List<RulesetProblem> problems) {
    public Refusal {
        problems = List.copyOf(problems);
    }
}
