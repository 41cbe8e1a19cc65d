package cn.jinniu.bangban.coverage;

import org.jspecify.annotations.Nullable;

/**
 * What came of trying a change.
 *
 * @param noticedBy file of the first scenario that came out otherwise; null when none did
 */
public record Trial(
        Mutation mutation, Result result, @Nullable String noticedBy) {
    /** Whether the scenarios notice. */
    public enum Result {
        /** A scenario comes out otherwise. */
        NOTICED,
        /** No scenario comes out otherwise: whoever made this change by mistake would not be told. */
        UNNOTICED,
        /** The changed folder is refused, so nobody could make this change. */
        REFUSED
    }
}
