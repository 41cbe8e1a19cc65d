package cn.jinniu.bangban.explain.model;

import cn.jinniu.bangban.text.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that was read.
 *
 * @param value as the parameters' file gives it
 * @param since the day the value holds from
 * @param clause the clause that states it; null where the scheme does not
 * @param note why it is so; empty where nothing is said
 */
public record ParameterShown(
        String key,
        Text name,
        String value,
        LocalDate since,
        @Nullable String clause,
        String note) {}
