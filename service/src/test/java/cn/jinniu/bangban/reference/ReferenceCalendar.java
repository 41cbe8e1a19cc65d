package cn.jinniu.bangban.reference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Working days (§1), looked up in prefix sums over 1999–2109: all days a request can name, and the longest count from
 * any of them. A day outside is an error rather than a guess.
 */
public final class ReferenceCalendar {
    /** How a day differs from a plain weekday or weekend. */
    public enum Kind {
        HOLIDAY,
        WORKDAY
    }

    public record Row(LocalDate date, Kind kind) {}

    private static final LocalDate FIRST = LocalDate.of(1999, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2109, 12, 31);
    private static final long ORIGIN = FIRST.toEpochDay();

    /** Working days from {@link #FIRST} to the indexed day, both included. */
    private final int[] upTo;

    private final LocalDate[] workingDays;
    private final Set<Integer> years = new HashSet<>();

    /** @param rows the days that differ; a year with any row is a year with data */
    public ReferenceCalendar(List<Row> rows) {
        Map<LocalDate, Kind> special = new HashMap<>();
        for (Row row : rows) {
            special.put(row.date(), row.kind());
            years.add(row.date().getYear());
        }
        int size = (int) (LAST.toEpochDay() - ORIGIN + 1);
        upTo = new int[size];
        LocalDate[] found = new LocalDate[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            LocalDate day = FIRST.plusDays(i);
            Kind kind = special.get(day);
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (kind == Kind.WORKDAY || kind == null && !weekend) {
                found[count++] = day;
            }
            upTo[i] = count;
        }
        workingDays = Arrays.copyOf(found, count);
    }

    boolean isWorkingDay(LocalDate day) {
        return count(day) != count(day.minusDays(1));
    }

    /** The n-th working day after a day, which itself does not count. */
    LocalDate after(LocalDate day, int n) {
        return n == 0 ? day : workingDays[count(day) + n - 1];
    }

    /** The n-th working day before a day, which itself does not count. */
    LocalDate before(LocalDate day, int n) {
        return n == 0 ? day : workingDays[count(day.minusDays(1)) - n];
    }

    /** Working days later than {@code from} and not later than {@code to}; none when {@code to} is not later. */
    int between(LocalDate from, LocalDate to) {
        return to.isAfter(from) ? count(to) - count(from) : 0;
    }

    DueDay dueAfter(LocalDate day, int n) {
        return counted(after(day, n));
    }

    /** A calendar day, or the next working day when it is none. */
    DueDay rolledNext(LocalDate day) {
        return counted(isWorkingDay(day) ? day : after(day, 1));
    }

    /** A calendar day, or the working day before it when it is none. */
    DueDay rolledPrevious(LocalDate day) {
        return counted(isWorkingDay(day) ? day : before(day, 1));
    }

    /** A due day that was found by counting working days. */
    DueDay counted(LocalDate day) {
        return new DueDay(day, !years.contains(day.getYear()));
    }

    private int count(LocalDate day) {
        return upTo[(int) (day.toEpochDay() - ORIGIN)];
    }
}
