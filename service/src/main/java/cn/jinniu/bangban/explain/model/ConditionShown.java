package cn.jinniu.bangban.explain.model;

import java.util.List;

/**
 * A condition that was met.
 *
 * @param kind what it asks
 * @param text as the rule has it
 * @param facts the facts it was met by; none where it asks that there be none
 * @param more how many further facts it was met by that are not shown
 * @param whyNone where it asks that there be none: why each rule that could have given one did not
 */
public record ConditionShown(Kind kind, String text, List<FactShown> facts, int more, List<Attempt> whyNone) {
    /** What a condition asks. */
    public enum Kind {
        /** That there is a fact. */
        FACT,
        /** That there is none. */
        NONE,
        /** That facts taken together come to something. */
        GATHERED,
        /** That something is true. */
        TEST
    }
}
