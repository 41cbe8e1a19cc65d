package cn.jinniu.bangban.engine.staged;

import org.jspecify.annotations.Nullable;

/** A constraint on a fact. */
abstract class Check {
    /**
     * Whether a fact meets it.
     *
     * @param row the facts matched ahead of it
     */
    abstract boolean holds(Run run, @Nullable Row row, Held held);

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
