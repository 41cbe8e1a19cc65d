package cn.jinniu.bangban.vocabulary;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The day that is decided for, as a fact.
 *
 * @param day that day
 * @param reportingFrom first month whose periodic duties are listed
 */
public record AsOf(LocalDate day, YearMonth reportingFrom) {
    public int year() {
        return day.getYear();
    }

    public int reportingFromYear() {
        return reportingFrom.getYear();
    }

    public int lastYear() {
        return day.getYear() - 1;
    }
}
