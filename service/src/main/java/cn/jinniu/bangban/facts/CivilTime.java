package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Dates and months as requests write them, in ASCII digits and nothing else. {@link LocalDate#parse} would take a
 * string first and throw where a request is wrong; there are dozens of dates in a request.
 */
public final class CivilTime {
    /** The days that requests may name, both inclusive. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    public static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    private CivilTime() {}

    static boolean inRange(int year) {
        return year >= FIRST_DAY.getYear() && year <= LAST_DAY.getYear();
    }

    /** A date in {@code YYYY-MM-DD} that a request may name; null for any other text. */
    public static @Nullable LocalDate date(String written) {
        LocalDate date = date(written.toCharArray(), 0, written.length());
        return date != null && inRange(date.getYear()) ? date : null;
    }

    /** The date in {@code YYYY-MM-DD}, or null when that is no real date. */
    static @Nullable LocalDate date(char[] characters, int offset, int length) {
        if (length != 10 || characters[offset + 7] != '-') {
            return null;
        }
        YearMonth month = month(characters, offset, 7);
        int day = number(characters, offset + 8, 2);
        return month == null || !month.isValidDay(day) ? null : month.atDay(day);
    }

    /** The month in {@code YYYY-MM}, or null when that is no real month. */
    static @Nullable YearMonth month(char[] characters, int offset, int length) {
        if (length != 7 || characters[offset + 4] != '-') {
            return null;
        }
        int year = number(characters, offset, 4);
        int month = number(characters, offset + 5, 2);
        return year < 0 || month < 1 || month > 12 ? null : YearMonth.of(year, month);
    }

    private static int number(char[] characters, int offset, int digits) {
        int number = 0;
        for (int i = offset; i < offset + digits; i++) {
            char digit = characters[i];
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = 10 * number + digit - '0';
        }
        return number;
    }
}
