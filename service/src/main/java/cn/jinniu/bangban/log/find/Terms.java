package cn.jinniu.bangban.log.find;

import cn.jinniu.bangban.log.record.Chain;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What entries are found by, as numbers: the first {@value #BITS} bits of a hash, so few of them are alike by chance that
 * nobody will see it happen, and nobody can bring it about.
 *
 * <p>One answer that meets several conditions is more than a decision that meets each by some answer. So an answer has a
 * term for every combination of its code, clause, bearer and status.
 */
final class Terms {
    static final int BITS = 47;

    /** Every decision has it, and nothing else does. */
    static final long DECISION = of("decision");

    private static final int ATTRIBUTES = 4;
    /** Answers come from a few rules; what is kept of a log that was made otherwise is thrown away when it is too much. */
    private static final int MOST_KEPT = 50_000;

    private static final Map<Told, long[]> KEPT = new ConcurrentHashMap<>();

    private Terms() {}

    static long project(String id) {
        return of("project", id);
    }

    static long caller(String name) {
        return of("caller", name);
    }

    static long ruleset(String version) {
        return of("ruleset", version);
    }

    /** Of an answer with these; null for any. At least one is not null. */
    static long answer(
            @Nullable String code, @Nullable String clause, @Nullable String bearer, @Nullable String status) {
        return of("answer", text(code), text(clause), text(bearer), text(status));
    }

    private static String text(@Nullable String attribute) {
        return attribute == null ? "" : attribute;
    }

    /** All terms of an answer. Not to be changed. */
    static long[] of(Told told) {
        long[] terms = KEPT.get(told);
        if (terms == null) {
            terms = make(told);
            if (KEPT.size() >= MOST_KEPT) {
                KEPT.clear();
            }
            KEPT.put(told, terms);
        }
        return terms;
    }

    private static long[] make(Told told) {
        int has = 3 | (told.bearer() == null ? 0 : 4) | (told.status() == null ? 0 : 8);
        long[] terms = new long[(1 << Integer.bitCount(has)) - 1];
        int count = 0;
        for (int which = 1; which < 1 << ATTRIBUTES; which++) {
            if ((which & ~has) == 0) {
                terms[count++] = answer(
                        (which & 1) == 0 ? null : told.code(),
                        (which & 2) == 0 ? null : told.clause(),
                        (which & 4) == 0 ? null : told.bearer(),
                        (which & 8) == 0 ? null : told.status());
            }
        }
        return terms;
    }

    private static long of(String... parts) {
        MessageDigest sha = Chain.sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            sha.update(bytes);
        }
        return ByteBuffer.wrap(sha.digest()).getLong() >>> Long.SIZE - BITS;
    }
}
