package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.CaseFile;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * A month whose periodic duties are listed.
 *
 * @param materialsDue the 25th, rolled to the next working day
 * @param monthEndDue the last day, rolled to the working day before
 */
record ReportMonth(YearMonth month, LocalDate first, LocalDate last, DueDay materialsDue, DueDay monthEndDue) {

    /** Every month from {@code reportingFrom} to that of {@code asOf}. */
    static List<ReportMonth> of(CaseFile facts, ReferenceCalendar calendar) {
        List<ReportMonth> months = new ArrayList<>();
        YearMonth end = YearMonth.from(facts.asOf());
        for (YearMonth month = facts.reportingFrom(); !month.isAfter(end); month = month.plusMonths(1)) {
            LocalDate last = month.atEndOfMonth();
            months.add(new ReportMonth(
                    month,
                    month.atDay(1),
                    last,
                    calendar.rolledNext(month.atDay(Limits.REPORT_DAY_OF_MONTH)),
                    calendar.rolledPrevious(last)));
        }
        return months;
    }

    String period() {
        return month.toString();
    }
}
