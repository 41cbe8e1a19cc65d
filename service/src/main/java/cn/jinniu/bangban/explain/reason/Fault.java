package cn.jinniu.bangban.explain.reason;

import cn.jinniu.bangban.engine.trace.Condition;
import cn.jinniu.bangban.explain.model.Failing;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that keeps a rule from firing.
 *
 * @param kind how
 * @param condition the condition that fails
 * @param constraint the expression of it that is false; null where it is the whole
 * @param facts the facts concerned
 * @param bound the variables at that point
 * @param codes what is asked of a missing fact's code
 * @param inner how a missing fact could have been derived, with what kept that; null where none was missing
 */
record Fault(
        Failing.Kind kind,
        Condition condition,
        @Nullable Expression constraint,
        List<Object> facts,
        Map<String, Object> bound,
        List<Expression> codes,
        @Nullable Solution inner) {

    /** How much is in the way: about the number of things that would have to be otherwise. */
    double cost() {
        return switch (kind) {
            case UNMET -> 1;
            case PRESENT -> Math.max(1, facts.size());
            case TOO_FEW -> 1.1;
            case ABSENT -> 1.2;
            case NOT_DERIVED -> inner == null ? 4 : inner.cost();
        };
    }
}
