package cn.jinniu.bangban.engine.trace;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.facts.CaseFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.Match;

/** Looks on while one session decides, on one thread. */
public final class Watch {
    private final List<RuleParts> rules;
    private final List<Object> memory = new ArrayList<>();
    private final List<Firing> firings = new ArrayList<>();
    private final Reads elsewhere = new Reads();
    private @Nullable Match matching;
    private @Nullable Firing firing;

    /** @param rules all rules of the ruleset, by their numbers */
    public Watch(List<RuleParts> rules) {
        this.rules = rules;
    }

    /** Begins to look on. */
    public void on(KieSession session) {
        session.addEventListener(new DefaultAgendaEventListener() {
            @Override
            public void beforeMatchFired(BeforeMatchFiredEvent event) {
                matching = event.getMatch();
            }

            @Override
            public void afterMatchFired(AfterMatchFiredEvent event) {
                matching = null;
                firing = null;
            }
        });
        session.addEventListener(new DefaultRuleRuntimeEventListener() {
            @Override
            public void objectInserted(ObjectInsertedEvent event) {
                memory.add(event.getObject());
                if (firing != null) {
                    firing.give(event.getObject());
                }
            }
        });
    }

    /** A rule begins to fire. */
    public void fired(int rule) {
        Firing begun = new Firing(rules.get(rule));
        Match match = matching;
        if (match != null) {
            for (String name : match.getDeclarationIds()) {
                Object value = match.getDeclarationValue(name);
                if (value != null) {
                    begun.bind(name, value);
                }
            }
            match.getObjects().forEach(begun::match);
        }
        firings.add(begun);
        firing = begun;
    }

    /** An answer is given. */
    public void answered(Object answer) {
        if (firing != null) {
            firing.give(answer);
        }
    }

    /** Where reads are noted at the moment. */
    public Reads reads() {
        Firing current = firing;
        return current == null ? elsewhere : current.reads();
    }

    /** What was seen. */
    public Trace trace(CaseFile facts, CaseFile seen, Decision decision) {
        return new Trace(facts, seen, decision, memory, firings);
    }
}
