package cn.jinniu.bangban.engine.lint;

import java.util.List;
import org.drools.drl.ast.descr.PatternDescr;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of a rule's conditions.
 *
 * @param descr as parsed
 * @param role whether such a fact must be there, must not, or is gathered
 * @param from where it comes from other than the working memory: the expression behind {@code from}
 * @param within the pattern that gathers it, for one in an accumulate
 * @param alternative whether it stands within an {@code or}
 */
record Pattern(
        PatternDescr descr,
        Role role,
        ValueType type,
        List<Constraint> constraints,
        @Nullable Expr from,
        boolean derived,
        boolean alternative) {
    enum Role {
        /** There is one, and the rule fires for each. */
        EACH,
        /** There is none. */
        NONE,
        /** There is one, whichever. */
        SOME,
        /** All of them together. */
        GATHERED,
        /** Within a forall, or among several that must not be there together: nothing is said of it alone. */
        ALL
    }

    int start() {
        return Math.max(0, descr.getStartCharacter());
    }

    String typeName() {
        return String.valueOf(descr.getObjectType());
    }

    @Nullable
    String variable() {
        return descr.getIdentifier();
    }

    /** Whether it matches facts of the working memory. */
    boolean matchesFacts() {
        return from == null && !derived;
    }
}
