package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The as-of view: an event dated after the day decided for has not happened. */
final class Seen {
    private Seen() {}

    /** The date itself when it is not after {@code day}, otherwise null. */
    static @Nullable LocalDate on(@Nullable LocalDate date, LocalDate day) {
        return date == null || date.isAfter(day) ? null : date;
    }

    /** The elements whose own date is not after {@code day}, in the order given. */
    static <T> List<T> only(List<T> facts, Function<T, LocalDate> dated, LocalDate day) {
        return only(facts, dated, fact -> fact, day);
    }

    /** Every element, seen through {@code view}. */
    static <T> List<T> all(List<T> facts, UnaryOperator<T> view) {
        if (facts.isEmpty()) {
            return facts;
        }
        List<T> seen = new ArrayList<>(facts.size());
        for (T fact : facts) {
            seen.add(view.apply(fact));
        }
        return seen;
    }

    /** The elements whose own date is not after {@code day}, each seen through {@code view}, in the order given. */
    static <T> List<T> only(List<T> facts, Function<T, LocalDate> dated, UnaryOperator<T> view, LocalDate day) {
        if (facts.isEmpty()) {
            return facts;
        }
        List<T> seen = new ArrayList<>(facts.size());
        for (T fact : facts) {
            if (!dated.apply(fact).isAfter(day)) {
                seen.add(view.apply(fact));
            }
        }
        return seen;
    }
}
