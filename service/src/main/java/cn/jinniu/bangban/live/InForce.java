package cn.jinniu.bangban.live;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.time.ZonedDateTime;

/**
 * A ruleset that decides.
 *
 * @param source the very files it was made of
 * @param desk where requests are answered by it
 * @param loadedAt when it came into force
 */
public record InForce(RulesetSource source, DecisionDesk desk, ZonedDateTime loadedAt) {
    /** Content hash that decisions made by it name. */
    public String version() {
        return desk.ruleset().version();
    }
}
