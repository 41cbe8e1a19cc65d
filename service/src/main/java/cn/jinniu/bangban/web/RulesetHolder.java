package cn.jinniu.bangban.web;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.live.InForce;
import cn.jinniu.bangban.live.LiveListener;
import cn.jinniu.bangban.live.LiveRuleset;
import cn.jinniu.bangban.live.Outcome;
import cn.jinniu.bangban.live.Standing;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Holds the ruleset that decides. It is published whole, so every decision is made by exactly one. */
@Component
class RulesetHolder implements DisposableBean {
    private final LiveRuleset live;

    RulesetHolder(BangbanProperties properties, Clock clock, List<LiveListener> listeners) throws InterruptedException {
        live = new LiveRuleset(properties.live(), () -> ZonedDateTime.now(clock), listeners);
        live.start();
    }

    /** From now on decisions are asked for; what is only good to know is found out beside them. */
    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        live.watch();
    }

    /** How things stand, whether or not anything can be decided. */
    Standing standing() {
        return live.standing();
    }

    /**
     * What decides.
     *
     * @throws ProblemException when nothing does
     */
    InForce current() {
        InForce inForce = standing().inForce();
        if (inForce == null) {
            throw new ProblemException(HttpProblems.noRuleset());
        }
        return inForce;
    }

    /**
     * Where requests are answered.
     *
     * @throws ProblemException when nothing can be decided
     */
    DecisionDesk desk() {
        return current().desk();
    }

    /** Looks at the rules folder now, and waits for what comes of it. */
    Outcome reload() throws InterruptedException {
        return live.reload();
    }

    @Override
    public void destroy() {
        live.close();
    }
}
