package cn.jinniu.bangban.explain;

import cn.jinniu.bangban.explain.model.Because;
import cn.jinniu.bangban.explain.model.Change;
import cn.jinniu.bangban.explain.model.Turn;
import cn.jinniu.bangban.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds which of the fields that an explanation names turn the answer by themselves: tries other values, and decides again. */
final class Turns {
    /** Bytes read again in trying, before giving up. */
    private static final long MOST_BYTES = 12_000_000;

    private static final long MOST_TRIED = 400;

    /** What comes of a changed request. */
    sealed interface Outcome {
        /** The request cannot be decided, or the answer is the same. */
        record Same() implements Outcome {}

        /** @param says the answer given instead; null where it is not given */
        record Other(@Nullable Text says) implements Outcome {}
    }

    /** Decides a changed request. */
    interface Deciding {
        Outcome of(byte[] json);
    }

    private Turns() {}

    /** The fields that turn the answer, in the order they are named, each with the first value found that does. */
    static List<Turn> of(RequestTree request, Because because, Deciding deciding) {
        List<Turn> turns = new ArrayList<>();
        long left = Math.min(MOST_TRIED, MOST_BYTES / Math.max(1, request.bytes().length));
        for (String pointer : NamedFields.of(because)) {
            for (List<Change> changes : request.others(pointer)) {
                RequestTree changed = left-- > 0 ? request.with(changes) : null;
                if (changed != null && deciding.of(changed.bytes()) instanceof Outcome.Other other) {
                    turns.add(new Turn(changes.get(0), other.says()));
                    break;
                }
            }
        }
        return List.copyOf(turns);
    }
}
