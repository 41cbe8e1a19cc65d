package cn.jinniu.bangban.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The day decided for, and what can be seen on it (§1): "visible" is dated, and not after that day. */
record AsOf(LocalDate day) {

    boolean shows(@Nullable LocalDate date) {
        return date != null && !date.isAfter(day);
    }

    /** The date when it is visible, otherwise null. */
    @Nullable
    LocalDate seen(@Nullable LocalDate date) {
        return shows(date) ? date : null;
    }

    int year() {
        return day.getYear();
    }
}
