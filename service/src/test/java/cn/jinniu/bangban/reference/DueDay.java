package cn.jinniu.bangban.reference;

import java.time.LocalDate;

/** A due day (inclusive), and whether it was counted in working days of a year that has no calendar yet. */
record DueDay(LocalDate day, boolean provisional) {

    /** A day that is agreed or fixed, not computed in working days. */
    static DueDay fixed(LocalDate day) {
        return new DueDay(day, false);
    }
}
