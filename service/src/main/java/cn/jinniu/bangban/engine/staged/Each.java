package cn.jinniu.bangban.engine.staged;

import org.jspecify.annotations.Nullable;

/** Goes on with each fact that meets a condition. */
final class Each implements Step, Candidates.Found {
    private final Candidates candidates;
    private final Step next;

    Each(Candidates candidates, Step next) {
        this.candidates = candidates;
        this.next = next;
    }

    @Override
    public void take(Run run, @Nullable Row row) {
        candidates.each(run, row, this);
    }

    @Override
    public boolean enough(Run run, @Nullable Row row, Held held) {
        next.take(run, new Row(row, candidates.index(), held));
        return false;
    }
}
