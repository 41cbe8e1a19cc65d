package cn.jinniu.bangban.ruleset;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the days written in the plain files: {@code YYYY-MM-DD}, real days within the contract's range. */
final class RuleDates {
    /** The first day a decision can be made for, so the day from which everything must have a value. */
    static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private RuleDates() {}

    /** The day, or null with a problem added. */
    static @Nullable LocalDate read(String written, Place place, FileProblems problems) {
        LocalDate day;
        try {
            day = LocalDate.parse(written, WRITTEN);
        } catch (DateTimeParseException e) {
            problems.add(
                    place,
                    "“" + written + "”不是真实存在的日期；请写成“年-月-日”，例如 2026-09-01",
                    "\"" + written + "\" is no real day; write YYYY-MM-DD, for example 2026-09-01");
            return null;
        }
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            problems.add(
                    place,
                    "日期 " + written + " 超出范围；应在 " + FIRST + " 至 " + LAST + " 之间",
                    "the day " + written + " is out of range; give one from " + FIRST + " to " + LAST);
            return null;
        }
        return day;
    }
}
