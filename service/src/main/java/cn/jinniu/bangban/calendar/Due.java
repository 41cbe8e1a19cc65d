package cn.jinniu.bangban.calendar;

import java.time.LocalDate;

/**
 * A due day.
 *
 * @param day last day in time (inclusive)
 * @param provisional whether it was computed in working days and falls in a year without calendar data
 */
public record Due(LocalDate day, boolean provisional) {
    /** A due day that is simply agreed or stated, not computed in working days. */
    public static Due fixed(LocalDate day) {
        return new Due(day, false);
    }
}
