package cn.jinniu.bangban.engine.staged;

import org.jspecify.annotations.Nullable;

/**
 * Goes on once, where there is such a fact, or where there is none.
 *
 * @param some whether there is to be one
 */
record Whether(boolean some, Candidates candidates, Step next) implements Step {
    @Override
    public void take(Run run, @Nullable Row row) {
        if (candidates.any(run, row) == some) {
            next.take(run, row);
        }
    }
}
