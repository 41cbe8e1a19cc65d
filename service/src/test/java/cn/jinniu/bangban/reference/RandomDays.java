package cn.jinniu.bangban.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Days on which things happen in a random case: often the same, often a working day more or less than it matters. */
final class RandomDays {
    private static final ReferenceCalendar CALENDAR = ReferenceData.CALENDAR;

    final LocalDate asOf;
    final YearMonth reportingFrom;

    private final Chance chance;
    private final List<LocalDate> used = new ArrayList<>();

    RandomDays(Chance chance) {
        this.chance = chance;
        this.asOf = dayToDecideFor(chance);
        this.reportingFrom = YearMonth.from(asOf).minusMonths(monthsBack(chance));
        used.add(asOf);
    }

    private static LocalDate dayToDecideFor(Chance chance) {
        int year = chance.between(2024, 2027);
        return switch (chance.between(0, 5)) {
            case 0, 1 -> LocalDate.of(year, 1, 1).plusDays(chance.between(0, 364));
            case 2 -> YearMonth.of(year, chance.between(1, 12)).atDay(25).plusDays(chance.between(-3, 4));
            case 3 -> within(year, YearMonth.of(year, chance.between(1, 12)).atEndOfMonth(), chance.between(-3, 4));
            case 4 ->
                within(
                        year,
                        chance.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 6, 30), LocalDate.of(year, 3, 31)),
                        chance.between(-2, 6));
            default -> within(year, special(chance, year), chance.between(-2, 2));
        };
    }

    private static LocalDate within(int year, LocalDate day, int offset) {
        LocalDate moved = day.plusDays(offset);
        return moved.getYear() == year ? moved : day;
    }

    /** A holiday or transferred working day of the year or, where the year has none, of the last one that has. */
    private static LocalDate special(Chance chance, int year) {
        List<LocalDate> days = ReferenceData.CALENDAR_ROWS.stream()
                .map(ReferenceCalendar.Row::date)
                .filter(date -> date.getYear() == Math.min(year, 2026))
                .toList();
        return chance.of(days).withYear(year);
    }

    private static int monthsBack(Chance chance) {
        return switch (chance.between(0, 19)) {
            case 0, 1, 2, 3, 4, 5, 6, 7, 8 -> 1;
            case 9, 10, 11 -> 0;
            case 12, 13, 14, 15, 16 -> chance.between(2, 6);
            case 17, 18 -> chance.between(7, 24);
            default -> chance.between(25, 60);
        };
    }

    /** A day on which something happened, or will. */
    LocalDate event() {
        LocalDate day = switch (chance.between(0, 19)) {
            case 0, 1, 2 -> chance.of(used);
            case 3, 4, 5 -> near(chance.of(used));
            case 6 -> asOf;
            case 7, 8, 9 -> asOf.plusDays(chance.between(-6, 3));
            case 10, 11 -> landmark();
            case 12 -> special(chance, Math.min(asOf.getYear(), 2026)).plusDays(chance.between(-2, 2));
            case 13, 14, 15 -> asOf.minusDays(chance.between(0, 60));
            case 16 -> asOf.minusDays(chance.between(363, 367));
            case 17 -> asOf.plusDays(chance.between(1, 40));
            default -> asOf.minusDays(chance.between(0, 800));
        };
        if (used.size() < 10) {
            used.add(day);
        } else if (chance.percent(20)) {
            used.set(chance.between(1, 9), day);
        }
        return day;
    }

    /** A day not before another, often just around the end of a limit that runs from it. */
    LocalDate after(LocalDate day) {
        LocalDate later = switch (chance.between(0, 5)) {
            case 0 -> day;
            case 1, 2 -> near(day);
            case 3 -> event();
            case 4 -> day.plusDays(chance.between(0, 12));
            default -> day.plusDays(chance.between(0, 90));
        };
        return later.isBefore(day) ? day : later;
    }

    /** A day of a month's reporting: around its 25th, around its end, early or late. */
    LocalDate reportOf(YearMonth month) {
        return switch (chance.between(0, 5)) {
            case 0, 1 -> month.atDay(25).plusDays(chance.between(-2, 4));
            case 2, 3 -> month.atEndOfMonth().plusDays(chance.between(-4, 3));
            case 4 -> month.atDay(chance.between(1, 28));
            default -> event();
        };
    }

    /** A month that is reported on, mostly one that is asked for. */
    YearMonth month() {
        YearMonth current = YearMonth.from(asOf);
        return switch (chance.between(0, 9)) {
            case 0, 1, 2 -> current;
            case 3, 4, 5 -> current.minusMonths(1);
            case 6 -> reportingFrom;
            case 7 -> reportingFrom.minusMonths(1);
            case 8 -> current.plusMonths(1);
            default -> current.minusMonths(chance.between(0, 14));
        };
    }

    /** The day an annual list of a year is issued: mostly early in it, sometimes before it, sometimes any day. */
    LocalDate listOf(int year) {
        return switch (chance.between(0, 9)) {
            case 0 -> LocalDate.of(year - 1, 12, chance.between(15, 31));
            case 1, 2 -> event();
            default -> LocalDate.of(year, 1, 4).plusDays(chance.between(0, 85));
        };
    }

    private LocalDate landmark() {
        YearMonth month = YearMonth.from(asOf).minusMonths(chance.between(-1, 13));
        return switch (chance.between(0, 4)) {
            case 0, 1 -> month.atDay(25).plusDays(chance.between(-1, 3));
            case 2, 3 -> month.atEndOfMonth().plusDays(chance.between(-2, 1));
            default ->
                chance.of(
                        LocalDate.of(asOf.getYear(), 3, 31),
                        LocalDate.of(asOf.getYear(), 6, 30),
                        LocalDate.of(asOf.getYear(), 7, 1),
                        LocalDate.of(asOf.getYear(), 1, 1),
                        LocalDate.of(asOf.getYear() - 1, 12, 31),
                        LocalDate.of(2024, 2, 29));
        };
    }

    /** The last day of a limit that runs from a day, the day after it, or some days before the day. */
    private LocalDate near(LocalDate day) {
        int n = chance.of(1, 2, 3, 3, 5, 5, 10, 20);
        return switch (chance.between(0, 3)) {
            case 0, 1 -> CALENDAR.after(day, n);
            case 2 -> CALENDAR.after(day, n).plusDays(1);
            default -> CALENDAR.before(day, n);
        };
    }
}
