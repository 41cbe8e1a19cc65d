package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.calendar.Due;
import cn.jinniu.bangban.facts.ReportKind;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The day by which reports of a kind about a month are due.
 *
 * @param report the kind of report
 * @param month the month reported on
 * @param due the due day, rolled where the rules say so
 */
public record ReportingDeadline(ReportKind report, YearMonth month, Due due) {
    public LocalDate day() {
        return due.day();
    }

    public LocalDate firstOfMonth() {
        return month.atDay(1);
    }
}
