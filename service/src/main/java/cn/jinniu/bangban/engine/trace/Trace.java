package cn.jinniu.bangban.engine.trace;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.facts.CaseFile;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one decision came about. */
public final class Trace {
    private final CaseFile facts;
    private final CaseFile seen;
    private final Decision decision;
    private final List<Object> memory;
    private final List<Firing> firings;
    private final Map<Object, Firing> givers = new IdentityHashMap<>();

    Trace(CaseFile facts, CaseFile seen, Decision decision, List<Object> memory, List<Firing> firings) {
        this.facts = facts;
        this.seen = seen;
        this.decision = decision;
        this.memory = Collections.unmodifiableList(memory);
        this.firings = Collections.unmodifiableList(firings);
        for (Firing firing : firings) {
            firing.gave().forEach(given -> givers.putIfAbsent(given, firing));
        }
    }

    /** The facts sent. */
    public CaseFile facts() {
        return facts;
    }

    /** The as-of view of them, which the rules saw. */
    public CaseFile seen() {
        return seen;
    }

    public Decision decision() {
        return decision;
    }

    /** All facts the rules could match, sent and derived, in the order they came. */
    public List<Object> memory() {
        return memory;
    }

    /** In the order they fired. */
    public List<Firing> firings() {
        return firings;
    }

    /** The firing that gave this very fact or answer; null where none did. */
    public @Nullable Firing giver(Object given) {
        return givers.get(given);
    }
}
