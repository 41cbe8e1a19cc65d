package cn.jinniu.bangban.replay;

import cn.jinniu.bangban.log.record.Draft;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which decisions of a log are meant; what is null does not matter. Code, clause, bearer and status must be those of one and
 * the same answer.
 *
 * @param from first day on which they were recorded
 * @param to last day, inclusive
 * @param project id of a project that was sent
 */
public record Selection(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String project,
        @Nullable String bearer,
        @Nullable String code,
        @Nullable String status,
        @Nullable String clause,
        @Nullable String ruleset,
        @Nullable String caller) {

    /** Days are Shanghai's. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final JsonMapper JSON = new JsonMapper();

    /** The first moment that is meant, in microseconds since 1970. */
    long fromMicros() {
        return from == null ? Long.MIN_VALUE : micros(from);
    }

    /** The first moment that is not meant any more, in microseconds since 1970. */
    long toMicros() {
        return to == null ? Long.MAX_VALUE : micros(to.plusDays(1));
    }

    private static long micros(LocalDate day) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, day.atStartOfDay(ZONE).toInstant());
    }

    /** Whether a decision is meant, by all but its day. What cannot be read is, for somebody has to look at it. */
    boolean takes(Draft draft, byte[] request, byte[] answer) {
        if (ruleset != null && !ruleset.equals(draft.ruleset())
                || caller != null && !caller.equals(draft.caller().name())) {
            return false;
        }
        boolean byAnswer = bearer != null || code != null || status != null || clause != null;
        try {
            return (project == null || hasProject(request)) && (!byAnswer || hasAnswer(answer));
        } catch (JacksonException unreadable) {
            return true;
        }
    }

    private boolean hasProject(byte[] request) {
        for (JsonNode one : JSON.readTree(request).path("projects")) {
            if (is(project, one, "id")) {
                return true;
            }
        }
        return false;
    }

    private boolean hasAnswer(byte[] answer) {
        for (JsonNode section : JSON.readTree(answer)) {
            for (JsonNode one : section.isArray() ? section : JSON.createArrayNode()) {
                if (is(bearer, one, "bearer")
                        && is(code, one, "code")
                        && is(status, one, "status")
                        && is(clause, one, "clause")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean is(@Nullable String wanted, JsonNode one, String member) {
        return wanted == null || wanted.equals(one.path(member).asString(null));
    }
}
