package cn.jinniu.bangban.explain.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field that a rule read of a fact.
 *
 * @param name as the rule has it
 * @param value what it was on the day decided for; null when there was none
 * @param origins the fields of the request it hangs on; empty for what a rule derived or the day brings
 */
public record FieldShown(String name, @Nullable Object value, List<Origin> origins) {}
