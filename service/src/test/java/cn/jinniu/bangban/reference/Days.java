package cn.jinniu.bangban.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Comparing days, some of which may be unknown. */
final class Days {
    private Days() {}

    static LocalDate later(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? b : a;
    }

    /** The earlier of two days; an unknown day is passed over. */
    static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return b.isBefore(a) ? b : a;
    }

    /** Whether {@code date} is known and {@code bound} or later. */
    static boolean atOrAfter(@Nullable LocalDate date, LocalDate bound) {
        return date != null && !date.isBefore(bound);
    }
}
