package cn.jinniu.bangban.vocabulary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Functions on days that rules may call. */
public final class Days {
    private Days() {}

    /** The later of two days. */
    public static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    /** The earlier of two days; a null one is not there. Null when neither is. */
    public static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isBefore(one) ? other : one;
    }

    /** A day if it is not before {@code from}, otherwise null. */
    public static @Nullable LocalDate notBefore(@Nullable LocalDate day, LocalDate from) {
        return day == null || day.isBefore(from) ? null : day;
    }
}
