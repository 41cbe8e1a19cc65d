package cn.jinniu.bangban.web;

import cn.jinniu.bangban.live.InForce;
import cn.jinniu.bangban.live.LiveListener;
import cn.jinniu.bangban.live.Outcome;
import cn.jinniu.bangban.live.Refusal;
import cn.jinniu.bangban.live.RulesetState;
import cn.jinniu.bangban.live.Standing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Shows in metrics by which ruleset is decided, and what became of new ones. */
@Component
class RulesetMetrics implements LiveListener {
    private final MultiGauge info;
    private final Map<Outcome, Timer> looks = new EnumMap<>(Outcome.class);

    /** @param rulesets asked for when somebody measures: what it holds is told of here */
    RulesetMetrics(MeterRegistry registry, ObjectProvider<RulesetHolder> rulesets) {
        info = MultiGauge.builder("bangban.ruleset.info")
                .description("The ruleset that decides")
                .register(registry);
        for (RulesetState state : RulesetState.values()) {
            Gauge.builder("bangban.ruleset.state", () -> standing(rulesets).state() == state ? 1 : 0)
                    .description("1 for the state the ruleset is in, 0 for the others")
                    .tag("state", state.name())
                    .register(registry);
        }
        Gauge.builder("bangban.ruleset.problems", () -> problems(standing(rulesets)))
                .description("Problems for which the content of the rules folder does not decide")
                .register(registry);
        for (Outcome outcome : Outcome.values()) {
            looks.put(
                    outcome,
                    Timer.builder("bangban.ruleset.reloads")
                            .description("Looks at a changed rules folder, from copying it to putting it into force")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    private static Standing standing(ObjectProvider<RulesetHolder> rulesets) {
        return rulesets.getObject().standing();
    }

    private static int problems(Standing standing) {
        Refusal refusal = standing.refusal();
        return refusal == null ? 0 : refusal.problems().size();
    }

    @Override
    public void comesIntoForce(InForce next) {
        Tags tags = Tags.of("id", next.desk().ruleset().id(), "version", next.version());
        info.register(List.of(MultiGauge.Row.of(tags, 1)), true);
    }

    @Override
    public void looked(Outcome outcome, long nanoseconds) {
        Timer timer = looks.get(outcome);
        if (timer != null) {
            timer.record(nanoseconds, TimeUnit.NANOSECONDS);
        }
    }
}
