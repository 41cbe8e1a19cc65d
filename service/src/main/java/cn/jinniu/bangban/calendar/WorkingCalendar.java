package cn.jinniu.bangban.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts working days: Monday to Friday, less the public holidays, plus the transferred working weekends. A year
 * without data has plain weekends off, and due days computed in it are provisional.
 *
 * <p>Answers come from an index over all days the contract knows, so no count walks day by day. Days beyond the index
 * are plain weekdays, counted by walking. Immutable.
 */
public class WorkingCalendar {
    private static final LocalDate FIRST = LocalDate.of(1999, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2103, 12, 31);
    /** More days than the index has lead nowhere that the contract knows, and walking them could take for ever. */
    private static final int FARTHEST = 40_000;

    private static final int ORIGIN = Math.toIntExact(FIRST.toEpochDay());

    private final BitSet working;
    /** Working days strictly before the indexed day. */
    private final int[] before;
    /** The n-th working day of the index, as an offset from {@link #FIRST}. */
    private final int[] nth;

    private final BitSet yearsWithData = new BitSet();
    private final Map<LocalDate, String> holidays;

    /**
     * @param days the days that differ from plain weekdays and weekends: true for a working day, false for a holiday
     * @param yearsWithData years whose arrangement is known
     */
    public WorkingCalendar(Map<LocalDate, Boolean> days, Set<Integer> yearsWithData) {
        this(days, yearsWithData, Map.of());
    }

    /** @param holidays what public holidays are called, by their days */
    public WorkingCalendar(Map<LocalDate, Boolean> days, Set<Integer> yearsWithData, Map<LocalDate, String> holidays) {
        this.holidays = Map.copyOf(holidays);
        yearsWithData.forEach(this.yearsWithData::set);
        int size = Math.toIntExact(LAST.toEpochDay()) - ORIGIN + 1;
        working = new BitSet(size);
        before = new int[size + 1];
        for (int i = 0; i < size; i++) {
            LocalDate day = FIRST.plusDays(i);
            boolean works = days.getOrDefault(day, isWeekday(day));
            working.set(i, works);
            before[i + 1] = before[i] + (works ? 1 : 0);
        }
        nth = working.stream().toArray();
    }

    /** The same calendar, for one that does more. */
    WorkingCalendar(WorkingCalendar same) {
        working = same.working;
        before = same.before;
        nth = same.nth;
        yearsWithData.or(same.yearsWithData);
        holidays = same.holidays;
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    /** Whether people work on a day. */
    public boolean isWorkingDay(LocalDate day) {
        int i = index(day);
        return i < 0 ? isWeekday(day) : working.get(i);
    }

    /** Which public holiday a day is, as the arrangement calls it; null where it is none. */
    public @Nullable String holiday(LocalDate day) {
        return holidays.get(day);
    }

    /** Whether the arrangement of a year is known. */
    public boolean hasDataFor(int year) {
        return year >= 0 && yearsWithData.get(year);
    }

    /** The n-th working day after a day, which itself does not count; n = 0 gives the day itself. */
    public LocalDate workingDayAfter(LocalDate day, int n) {
        requireCount(n);
        int i = index(day);
        if (n == 0) {
            return day;
        }
        int place = i < 0 ? nth.length : before[i + 1] + n - 1;
        return place < nth.length ? FIRST.plusDays(nth[place]) : walk(day, n, 1);
    }

    /** The n-th working day before a day, which itself does not count; n = 0 gives the day itself. */
    public LocalDate workingDayBefore(LocalDate day, int n) {
        requireCount(n);
        int i = index(day);
        if (n == 0) {
            return day;
        }
        int place = i < 0 ? -1 : before[i] - n;
        return place >= 0 ? FIRST.plusDays(nth[place]) : walk(day, n, -1);
    }

    /** How many working days lie after {@code from} (exclusive) and not after {@code to} (inclusive); 0 when none. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        if (!from.isBefore(to)) {
            return 0;
        }
        int i = index(from);
        int j = index(to);
        if (i >= 0 && j >= 0) {
            return before[j + 1] - before[i + 1];
        }
        requireNear(to.toEpochDay() - from.toEpochDay());
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** A due day that is the n-th working day after a day. */
    public Due after(LocalDate day, int n) {
        return counted(workingDayAfter(day, n));
    }

    /**
     * A due day that is the n-th counted day after a day, where the working days of some spans do not count.
     *
     * @param n from 1
     * @return null when a span without end keeps the count from being reached
     */
    public @Nullable Due afterSkipping(LocalDate day, int n, List<Span> skipped) {
        List<Span> spans = skipped;
        if (skipped.size() > 1) {
            spans = new ArrayList<>(skipped);
            spans.sort(Comparator.comparing(Span::from));
        }
        LocalDate at = day;
        int left = n;
        for (Span span : spans) {
            // Working days strictly between where we are and the span; the span itself is jumped over.
            int free = workingDaysBetween(at, span.from().minusDays(1));
            if (free >= left) {
                break;
            }
            left -= free;
            if (span.to() == null) {
                return null;
            }
            at = span.to().isAfter(at) ? span.to() : at;
        }
        return after(at, left);
    }

    /** A fixed calendar day as a due day, moved by {@code roll} when it is no working day. */
    public Due rolled(LocalDate day, Roll roll) {
        return switch (roll) {
            case NONE -> Due.fixed(day);
            case NEXT -> counted(isWorkingDay(day) ? day : workingDayAfter(day, 1));
            case PREVIOUS -> counted(isWorkingDay(day) ? day : workingDayBefore(day, 1));
        };
    }

    /** A due day that was found by counting working days: provisional when its own year has no data. */
    public Due counted(LocalDate day) {
        return new Due(day, !hasDataFor(day.getYear()));
    }

    private LocalDate walk(LocalDate day, int n, int step) {
        LocalDate at = day;
        for (int left = n; left > 0; ) {
            at = at.plusDays(step);
            left -= isWorkingDay(at) ? 1 : 0;
        }
        return at;
    }

    private static int index(LocalDate day) {
        long i = day.toEpochDay() - ORIGIN;
        return i < 0 || day.isAfter(LAST) ? -1 : (int) i;
    }

    private static void requireCount(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("a count of working days is not negative: " + n);
        }
        requireNear(n);
    }

    private static void requireNear(long days) {
        if (days > FARTHEST) {
            throw new IllegalArgumentException("nobody counts as many as " + days + " days");
        }
    }
}
