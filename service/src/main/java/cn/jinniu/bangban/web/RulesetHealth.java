package cn.jinniu.bangban.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says by which ruleset is decided, in health and in metrics. */
@Component("rulesetHealthIndicator")
class RulesetHealth implements HealthIndicator {
    private final RulesetHolder rulesets;

    RulesetHealth(RulesetHolder rulesets, MeterRegistry registry) {
        this.rulesets = rulesets;
        var ruleset = rulesets.desk().ruleset();
        Gauge.builder("bangban.ruleset.info", () -> 1)
                .description("The ruleset that decides")
                .tag("id", ruleset.id())
                .tag("version", ruleset.version())
                .register(registry);
    }

    @Override
    public Health health() {
        var loaded = rulesets.current();
        return Health.up()
                .withDetail("id", loaded.desk().ruleset().id())
                .withDetail("version", loaded.desk().ruleset().version())
                .withDetail("loadedAt", loaded.loadedAt().toOffsetDateTime().toString())
                .build();
    }
}
