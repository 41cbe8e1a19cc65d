package cn.jinniu.bangban.explain.reason;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A way a rule could have fired, with what kept it from doing so.
 *
 * @param rule the rule
 * @param bound its variables, as far as they are known
 * @param facts the facts it would have fired on, supposed ones included
 * @param faults what is in the way, in the order of its conditions; nothing for a rule that fired
 * @param met how many constraints are met before the first fault, and on the whole
 */
record Solution(ReadRule rule, Map<String, Object> bound, List<Object> facts, List<Fault> faults, int met) {
    /** The least in the way first; of two with as much, the one that gets further. */
    static final Comparator<Solution> NEAREST = Comparator.comparingDouble(Solution::cost)
            .thenComparing(Comparator.comparingInt(Solution::met).reversed())
            .thenComparingInt(solution -> solution.rule.parts().number());

    double cost() {
        return faults.stream().mapToDouble(Fault::cost).sum();
    }
}
