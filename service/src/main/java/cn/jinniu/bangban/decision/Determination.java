package cn.jinniu.bangban.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something found about a subject.
 *
 * @param value a {@link Boolean}, a {@link String}, or null
 * @param grounds why, in the order the policy gives
 * @param clause the clause it rests on
 * @param rule name of the rule that found it
 */
public record Determination(
        String code, Subject subject, @Nullable Object value, List<String> grounds, String clause, String rule) {}
