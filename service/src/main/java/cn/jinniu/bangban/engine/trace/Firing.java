package cn.jinniu.bangban.engine.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A rule fired once: on what, and what came of it. Read only once the decision is made. */
public final class Firing {
    private final RuleParts rule;
    private final Map<String, Object> bound = new LinkedHashMap<>();
    private final List<Object> matched = new ArrayList<>();
    private final List<Object> gave = new ArrayList<>();
    private final Reads reads = new Reads();

    Firing(RuleParts rule) {
        this.rule = rule;
    }

    void bind(String name, Object value) {
        bound.put(name, value);
    }

    void match(Object fact) {
        matched.add(fact);
    }

    void give(Object fact) {
        gave.add(fact);
    }

    public RuleParts rule() {
        return rule;
    }

    /** What its variables stood for, as far as they stood for anything. */
    public Map<String, Object> bound() {
        return bound;
    }

    /** The facts, and results of gathering, that it fired on. */
    public List<Object> matched() {
        return matched;
    }

    /** The facts and answers it gave. */
    public List<Object> gave() {
        return gave;
    }

    /** What its consequence read of parameters, calendar and records. */
    public Reads reads() {
        return reads;
    }
}
