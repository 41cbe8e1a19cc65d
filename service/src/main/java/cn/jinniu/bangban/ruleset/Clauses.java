package cn.jinniu.bangban.ruleset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All clauses of the scheme, in its order. Immutable. */
public final class Clauses {
    static final String FILE = "clauses.yaml";

    private final Map<String, Clause> clauses;

    Clauses(Map<String, Clause> clauses) {
        this.clauses = Collections.unmodifiableMap(new LinkedHashMap<>(clauses));
    }

    /** All clauses by number. */
    public Map<String, Clause> all() {
        return clauses;
    }

    /** All clause numbers. */
    public Set<String> numbers() {
        return clauses.keySet();
    }

    /** The clause of a number; null where there is none. */
    public @Nullable Clause clause(String number) {
        return clauses.get(number);
    }
}
