package cn.jinniu.bangban.vocabulary;

import java.time.LocalDate;

/** A quarter whose periodic duties are listed, 1 to 4 of its year. */
public record ReportingQuarter(int year, int quarter) {
    /** As a period: {@code YYYY-Qn}. */
    public String period() {
        return year + "-Q" + quarter;
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, quarter * 3 - 2, 1);
    }

    /** Last day of the quarter, inclusive. */
    public LocalDate lastDay() {
        return firstDay().plusMonths(3).minusDays(1);
    }
}
