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
 */
public record Alert(
        String id,
        String code,
        Severity severity,
        List<String> addressees,
        Subject subject,
        @Nullable String unit,
        @Nullable Obligation obligation,
        String clause) {}
