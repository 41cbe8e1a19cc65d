package cn.jinniu.bangban.vocabulary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One look-up among the facts known on the day decided for.
 *
 * @param asked what was looked up, by the name rules use for it
 * @param by what it was looked up by, in the order rules give it
 * @param found the facts that count, first the one that gave the result
 * @param result what came of it; null when there was nothing
 */
public record LookUp(
        String asked,
        List<Object> by,
        List<?> found,
        @Nullable Object result) {}
