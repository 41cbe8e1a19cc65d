package cn.jinniu.bangban.engine.staged;

import org.jspecify.annotations.Nullable;

/** A constraint on a fact. */
interface Check {
    /**
     * Whether a fact meets it.
     *
     * @param row the facts matched ahead of it
     */
    boolean holds(Run run, @Nullable Row row, Held held);

    /** Whether a fact meets all of some; they are asked in their order. */
    static boolean all(Check[] checks, Run run, @Nullable Row row, Held held) {
        for (Check check : checks) {
            if (!check.holds(run, row, held)) {
                return false;
            }
        }
        return true;
    }
}
