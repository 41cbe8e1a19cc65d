package cn.jinniu.bangban.log.record;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to become an entry: everything but its place, its time and its hash.
 *
 * @param id the decision's id; of other entries any
 * @param ruleset version of the ruleset it was decided by
 * @param language 0 for Chinese, 1 for English
 * @param nanoseconds how long the decision took
 * @param request what was received, packed (see {@link Packing})
 * @param answer what was answered, packed
 * @param hidden what was cut out of both, encrypted; null when nothing was
 */
public record Draft(
        Kind kind,
        UUID id,
        Caller caller,
        String ruleset,
        int language,
        long nanoseconds,
        byte[] request,
        byte[] answer,
        byte @Nullable [] hidden) {

    /** About how many bytes it takes. */
    public int size() {
        return 256 + request.length + answer.length + (hidden == null ? 0 : hidden.length);
    }
}
