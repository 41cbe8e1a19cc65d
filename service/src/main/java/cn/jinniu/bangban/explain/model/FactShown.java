package cn.jinniu.bangban.explain.model;

import cn.jinniu.bangban.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact that mattered.
 *
 * @param type its type, as rules name it
 * @param called what that is called
 * @param id its id, or what tells it from others of its type; null where nothing does
 * @param kind where it comes from
 * @param pointer where it stands in the request (RFC 6901); null for a fact that was not sent
 * @param fields what was read of it
 * @param because how it was derived; null for a fact that was not
 */
public record FactShown(
        String type,
        Text called,
        @Nullable String id,
        Kind kind,
        @Nullable String pointer,
        List<FieldShown> fields,
        @Nullable Because because) {
    /** Where a fact comes from. */
    public enum Kind {
        /** The request has it. */
        SENT,
        /** It follows from the day decided for and the first month asked about. */
        CALENDAR,
        /** A rule gave it. */
        DERIVED,
        /** No rule gave it, but one would have. */
        SUPPOSED
    }
}
