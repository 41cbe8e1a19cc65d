package cn.jinniu.bangban.engine.lint;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day that a condition names: so many days from another that nobody knows before, or from the beginning of counting.
 * Months and years are not all equally long, so it is known between two numbers of days.
 *
 * @param from the other day in canonical words; empty for a day that is written out
 * @param least days from it
 * @param most days from it
 */
record DayBound(String from, long least, long most) {
    private static final Pattern SHIFTED =
            Pattern.compile("(.*)\\.(plus|minus)(Days|Weeks|Months|Years)\\((\\d{1,6})\\)");
    private static final Pattern WRITTEN = Pattern.compile(
            "LocalDate\\.(?:of\\((\\d{1,4}),(\\d{1,2}),(\\d{1,2})\\)|parse\\(\"(\\d{4})-(\\d{2})-(\\d{2})\"\\))");

    static @Nullable DayBound of(String words) {
        Matcher shifted = SHIFTED.matcher(words);
        if (shifted.matches()) {
            DayBound before = of(shifted.group(1));
            if (before == null) {
                return null;
            }
            long many = Long.parseLong(shifted.group(4));
            long shortest = many * shortest(shifted.group(3));
            long longest = many * longest(shifted.group(3));
            return shifted.group(2).equals("plus")
                    ? new DayBound(before.from, before.least + shortest, before.most + longest)
                    : new DayBound(before.from, before.least - longest, before.most - shortest);
        }
        Matcher written = WRITTEN.matcher(words);
        if (written.matches()) {
            int first = written.group(1) == null ? 4 : 1;
            try {
                long day = LocalDate.of(
                                Integer.parseInt(written.group(first)),
                                Integer.parseInt(written.group(first + 1)),
                                Integer.parseInt(written.group(first + 2)))
                        .toEpochDay();
                return new DayBound("", day, day);
            } catch (DateTimeException none) {
                return null;
            }
        }
        return words.isEmpty() || words.equals("null") || !Character.isLetter(words.charAt(0)) && words.charAt(0) != '$'
                ? null
                : new DayBound(words, 0, 0);
    }

    private static long shortest(String unit) {
        return switch (unit) {
            case "Days" -> 1;
            case "Weeks" -> 7;
            case "Months" -> 28;
            default -> 365;
        };
    }

    private static long longest(String unit) {
        return switch (unit) {
            case "Days" -> 1;
            case "Weeks" -> 7;
            case "Months" -> 31;
            default -> 366;
        };
    }

    /** Whether a day that one demand leaves is surely none that the other leaves. */
    static boolean exclude(Atom a, Atom b) {
        boolean low = a.operator().startsWith(">") || a.operator().equals("==");
        boolean high = b.operator().startsWith("<") || b.operator().equals("==");
        if (!low || !high || a.values().size() != 1 || b.values().size() != 1) {
            return false;
        }
        DayBound after = of(a.values().get(0));
        DayBound before = of(b.values().get(0));
        boolean moved = after != null && before != null && (isMoved(after) || isMoved(before));
        if (after == null || before == null || !moved || !after.from.equals(before.from)) {
            return false;
        }
        long least = after.least + (a.operator().equals(">") ? 1 : 0);
        long most = before.most - (b.operator().equals("<") ? 1 : 0);
        return least > most;
    }

    /** Two other words may be the same day for all that is known, and are judged as words. */
    private static boolean isMoved(DayBound day) {
        return day.least != 0 || day.most != 0;
    }
}
