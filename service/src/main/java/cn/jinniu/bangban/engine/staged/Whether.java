package cn.jinniu.bangban.engine.staged;

import org.jspecify.annotations.Nullable;

/**
 * Goes on once, where there is such a fact, or where there is none.
 *
 * @param some whether there is to be one
 */
final class Whether extends Step {
    private final boolean some;
    private final Candidates candidates;
    private final Step next;

    Whether(boolean some, Candidates candidates, Step next) {
        this.some = some;
        this.candidates = candidates;
        this.next = next;
    }

    @Override
    void take(Run run, @Nullable Row row) {
        if (candidates.any(run, row) == some) {
            next.take(run, row);
        }
    }
}
