package cn.jinniu.bangban.impact;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One answer that comes out otherwise.
 *
 * @param answer what kind of answer
 * @param aspects in what respect, in the order of their declaration
 * @param code its code; empty when the request as a whole comes out otherwise
 * @param clause the clause it rests on, after the edit where it is still there; null when it rests on none
 * @param units who owes it, before or after
 * @param id what it is called: an obligation's or alert's id, {@code CODE:subjectType:subjectId} of a determination; of an
 *     obligation whose bearer changed, the new one
 * @param fields the fields that differ; of an answer added or removed, what there is to know of it
 * @param before the rule that gave it before; null where it was not there, or no rule of the ruleset gave it
 * @param after the rule that gives it now
 */
public record Change(
        AnswerKind answer,
        Set<Aspect> aspects,
        String code,
        @Nullable String clause,
        List<String> units,
        String id,
        List<FieldChange> fields,
        @Nullable RulePlace before,
        @Nullable RulePlace after) {

    /** A kind of answer. */
    public enum AnswerKind {
        DETERMINATION,
        OBLIGATION,
        ALERT,
        /** The request as a whole. */
        REQUEST
    }

    /**
     * A field of an answer, as it is written in JSON, but strings without quotes.
     *
     * @param before null where there was no such answer
     * @param after null where there is none now
     */
    public record FieldChange(
            String field, @Nullable String before, @Nullable String after) {}

    /**
     * A rule, and where to find it.
     *
     * @param file below the rules folder
     * @param line from 1
     */
    public record RulePlace(String name, String file, int line) {}

    boolean isWordingOnly() {
        return aspects.size() == 1 && aspects.contains(Aspect.WORDING_CHANGED);
    }
}
