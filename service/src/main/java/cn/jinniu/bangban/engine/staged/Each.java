package cn.jinniu.bangban.engine.staged;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Goes on with each fact that meets a condition. */
final class Each extends Step {
    private final Candidates candidates;
    private final Step next;

    Each(Candidates candidates, Step next) {
        this.candidates = candidates;
        this.next = next;
    }

    @Override
    void take(Run run, @Nullable Row row) {
        Object wanted = candidates.wanted(run, row);
        ArrayList<Held> facts = candidates.among(run, wanted);
        for (int i = 0; i < facts.size(); i++) {
            take(run, row, wanted, facts.get(i));
        }
    }

    /** Goes on with one fact, if it meets the condition and nothing narrows it down first. */
    void take(Run run, Held held) {
        take(run, null, null, held);
    }

    /** The type of facts it goes through. */
    int type() {
        return candidates.type();
    }

    private void take(Run run, @Nullable Row row, @Nullable Object wanted, Held held) {
        if (candidates.admit(run, row, wanted, held)) {
            next.take(run, new Row(row, candidates.index, held));
        }
    }
}
