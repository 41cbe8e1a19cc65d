package cn.jinniu.bangban.forecast;

import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.CivilTime;
import cn.jinniu.bangban.text.Text;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The days that a forecast looks at: from the day the facts are for, up to a last one. Nothing else happens than what
 * the facts sent say: one that is dated later comes into view on its day.
 *
 * @param firstMonthMoves whether the first month of periodic duties follows each day decided for, as where a request
 *     names none
 * @param until last day, inclusive
 */
record Horizon(CaseFile facts, boolean firstMonthMoves, LocalDate until) {
    /** Most calendar days ahead. */
    static final int MOST_DAYS = 400;

    /** What is wrong with the last day; null when nothing is. */
    @Nullable
    Text problem() {
        LocalDate last = facts.asOf().plusDays(MOST_DAYS);
        if (last.isAfter(CivilTime.LAST_DAY)) {
            last = CivilTime.LAST_DAY;
        }
        if (until.isBefore(facts.asOf()) || until.isAfter(last)) {
            return new Text(
                    until + " 不在 asOf（" + facts.asOf() + "）至其后 " + MOST_DAYS + " 天之间；请改为 " + facts.asOf() + " 至 " + last
                            + " 之间的日期",
                    until + " is not within " + MOST_DAYS + " days from asOf (" + facts.asOf()
                            + ") on; give a day from " + facts.asOf() + " to " + last);
        }
        YearMonth lastMonth = facts.reportingFrom().plusMonths(CaseFile.MONTHS_BACK);
        if (!firstMonthMoves && YearMonth.from(until).isAfter(lastMonth)) {
            return new Text(
                    until + " 时 reportingFrom（" + facts.reportingFrom() + "）早于当月 " + CaseFile.MONTHS_BACK
                            + " 个月以上，不能决定；请改为 " + lastMonth.atEndOfMonth() + " 以前，或调整 reportingFrom",
                    until + " is too late: reportingFrom (" + facts.reportingFrom() + ") would be more than "
                            + CaseFile.MONTHS_BACK + " months back, which cannot be decided; give a day not after "
                            + lastMonth.atEndOfMonth() + ", or another reportingFrom");
        }
        return null;
    }

    /** The facts, to be decided on one of the days. */
    CaseFile on(LocalDate day) {
        return facts.on(day, firstMonthMoves ? CaseFile.firstMonthBy(day) : facts.reportingFrom());
    }

    /** The day of the horizon that is nearest to a day. */
    LocalDate nearestTo(LocalDate day) {
        if (day.isBefore(facts.asOf())) {
            return facts.asOf();
        }
        return day.isAfter(until) ? until : day;
    }
}
