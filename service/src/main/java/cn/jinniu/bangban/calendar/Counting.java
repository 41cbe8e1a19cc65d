package cn.jinniu.bangban.calendar;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One count of working days, or one roll of a fixed day, with its outcome.
 *
 * @param way which way it went
 * @param from the day it began with
 * @param days how many working days were counted; 0 for a roll
 * @param skipped spans whose working days did not count
 * @param to the day it led to; null when a span without end kept it from being reached
 */
public record Counting(
        Way way,
        LocalDate from,
        int days,
        List<Span> skipped,
        @Nullable LocalDate to) {
    /** Which way days are counted, or moved. */
    public enum Way {
        AFTER,
        BEFORE,
        BETWEEN,
        ROLL_NEXT,
        ROLL_PREVIOUS
    }
}
