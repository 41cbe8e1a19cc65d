package cn.jinniu.bangban.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody should be told.
 *
 * @param id {@code CODE:} and the obligation's id, or {@code CODE:subjectType:subjectId}, with {@code :unit} behind it
 *     where a rule says so
 * @param addressees ids of the units to tell, distinct and sorted
 * @param unit id of the unit the alert's id ends with, null where it ends without one
 * @param obligation the obligation it is about, null where there is none
 * @param rule name of the rule that raised it; told to those who ask why, and not part of the answer
 */
public record Alert(
        String id,
        String code,
        Severity severity,
        List<String> addressees,
        Subject subject,
        @Nullable String unit,
        @Nullable Obligation obligation,
        String clause,
        String rule) {
    /** Whether it says the same to whoever gets it, whichever rule raised it. */
    public boolean saysTheSameAs(Alert other) {
        return equals(new Alert(
                other.id,
                other.code,
                other.severity,
                other.addressees,
                other.subject,
                other.unit,
                other.obligation,
                other.clause,
                rule));
    }
}
