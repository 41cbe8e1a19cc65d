package cn.jinniu.bangban.log.find;

import cn.jinniu.bangban.log.record.Chain;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions are looked for. What is null does not matter. Code, clause, bearer and status must be met by one and the
 * same answer of a decision.
 *
 * @param project id of a project that was sent
 * @param bearer id of the unit that owes an obligation
 * @param code code of an obligation, an alert or a determination
 * @param status status of an obligation, as the contract writes it
 * @param clause number of the clause an answer rests on
 * @param from first day of serving, in Asia/Shanghai, inclusive
 * @param to last day of serving, in Asia/Shanghai, inclusive
 * @param ruleset version of the ruleset that decided
 * @param caller name of the caller
 */
public record Filter(
        @Nullable String project,
        @Nullable String bearer,
        @Nullable String code,
        @Nullable String status,
        @Nullable String clause,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String ruleset,
        @Nullable String caller) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** What all decisions meet. */
    public static final Filter ALL = new Filter(null, null, null, null, null, null, null, null, null);

    /** Terms that an entry must have, the rarest first as far as one can know: a ruleset is in force for a time only. */
    List<Long> terms() {
        List<Long> terms = new ArrayList<>();
        if (project != null) {
            terms.add(Terms.project(project));
        }
        if (ruleset != null) {
            terms.add(Terms.ruleset(ruleset));
        }
        if (asksForAnswers()) {
            terms.add(Terms.answer(code, clause, bearer, status));
        }
        if (caller != null) {
            terms.add(Terms.caller(caller));
        }
        if (terms.isEmpty()) {
            terms.add(Terms.DECISION);
        }
        return terms;
    }

    /** Whether it is about answers at all. */
    public boolean asksForAnswers() {
        return code != null || clause != null || bearer != null || status != null;
    }

    /** Whether an answer is what is asked for; bearer and status are null of anything but an obligation. */
    public boolean meets(String code, String clause, @Nullable String bearer, @Nullable String status) {
        return (this.code == null || this.code.equals(code))
                && (this.clause == null || this.clause.equals(clause))
                && (this.bearer == null || this.bearer.equals(bearer))
                && (this.status == null || this.status.equals(status));
    }

    /** From when, in microseconds since 1970, inclusive. */
    long since() {
        return from == null ? 0 : micros(from);
    }

    /** Until when, in microseconds since 1970, exclusive. */
    long before() {
        return to == null ? Long.MAX_VALUE : micros(to.plusDays(1));
    }

    private static long micros(LocalDate day) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, day.atStartOfDay(ZONE).toInstant());
    }

    /** Tells filters from one another. */
    int fingerprint() {
        StringBuilder all = new StringBuilder();
        for (Object part : new @Nullable Object[] {project, bearer, code, status, clause, from, to, ruleset, caller}) {
            String text = Objects.toString(part, "");
            all.append(part == null).append(text.length()).append(':').append(text);
        }
        return ByteBuffer.wrap(Chain.sha256().digest(all.toString().getBytes(StandardCharsets.UTF_8)))
                .getInt();
    }
}
