package cn.jinniu.bangban.web;

import cn.jinniu.bangban.live.InForce;
import cn.jinniu.bangban.live.Refusal;
import cn.jinniu.bangban.live.Standing;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Says in health by which ruleset is decided. A service that decides by older rules than those in the folder is up, and
 * says so; one that cannot decide is down, and not ready.
 */
@Component("rulesetHealthIndicator")
class RulesetHealth implements HealthIndicator {
    private final RulesetHolder rulesets;

    RulesetHealth(RulesetHolder rulesets) {
        this.rulesets = rulesets;
    }

    @Override
    public Health health() {
        Standing standing = rulesets.standing();
        InForce inForce = standing.inForce();
        Health.Builder health = inForce == null ? Health.down() : Health.up();
        health.withDetail("state", standing.state().name())
                .withDetail("since", standing.since().toOffsetDateTime().toString());
        if (inForce != null) {
            health.withDetail("id", inForce.desk().ruleset().id())
                    .withDetail("version", inForce.version())
                    .withDetail(
                            "loadedAt", inForce.loadedAt().toOffsetDateTime().toString());
        }
        Refusal refusal = standing.refusal();
        if (refusal != null) {
            health.withDetail("problems", refusal.problems().size()).withDetail("see", "/v1/ruleset");
        }
        return health.build();
    }
}
