package cn.jinniu.bangban.explain.model;

import cn.jinniu.bangban.calendar.Counting;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A count of working days.
 *
 * @param way which way it went
 * @param from the day it began with, which does not count
 * @param days how many working days were counted
 * @param to the day it led to; null when an open suspension kept it from being reached
 * @param skipped the days passed that did not count, in the order they were passed
 * @param worked the weekend days passed that did, for they were worked in place of others
 * @param provisional whether the year of the last day has no calendar data
 */
public record CountShown(
        Counting.Way way,
        LocalDate from,
        int days,
        @Nullable LocalDate to,
        List<Skipped> skipped,
        List<LocalDate> worked,
        boolean provisional) {
    /** Why a day did not count. */
    public enum Reason {
        WEEKEND,
        HOLIDAY,
        SUSPENDED
    }

    /**
     * A day that did not count.
     *
     * @param holiday which public holiday it is; null for any other reason
     */
    public record Skipped(
            LocalDate day, Reason reason, @Nullable String holiday) {}
}
