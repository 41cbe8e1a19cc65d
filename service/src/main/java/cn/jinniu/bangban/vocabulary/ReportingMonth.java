package cn.jinniu.bangban.vocabulary;

import java.time.LocalDate;
import java.time.YearMonth;

/** A month whose periodic duties are listed: each from {@code reportingFrom} to the month of the day decided for. */
public record ReportingMonth(YearMonth month) {
    public LocalDate firstDay() {
        return month.atDay(1);
    }

    public LocalDate lastDay() {
        return month.atEndOfMonth();
    }
}
