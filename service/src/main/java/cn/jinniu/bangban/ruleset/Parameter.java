package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.text.Text;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number or choice that policy staff set, with its history.
 *
 * @param clause number of the clause that states it; null where the scheme does not
 * @param values all its values, from the first to the last
 */
public record Parameter(
        String key, Text name, ParameterType type, @Nullable String clause, List<Value> values) {
    /**
     * A value from a day on.
     *
     * @param from first day it holds (inclusive)
     * @param written the value as the file gives it
     * @param note why it is so, empty where nothing is said
     */
    public record Value(LocalDate from, String written, String note, Object value) {}

    /** The value that holds on a day; days before the first value have the first. */
    public Value on(LocalDate day) {
        Value holding = values.get(0);
        for (Value value : values) {
            if (value.from.isAfter(day)) {
                break;
            }
            holding = value;
        }
        return holding;
    }
}
