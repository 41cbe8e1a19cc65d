package cn.jinniu.bangban.explain.model;

import cn.jinniu.bangban.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A look-up among the facts sent.
 *
 * @param asked what was looked up, as the rule has it
 * @param called what that is called
 * @param by what it was looked up by
 * @param found the facts that count, first the one that gave the result
 * @param more how many further facts count that are not shown
 * @param result what came of it; null when there was nothing
 */
public record LookUpShown(
        String asked,
        Text called,
        List<Object> by,
        List<FactShown> found,
        int more,
        @Nullable Object result) {}
