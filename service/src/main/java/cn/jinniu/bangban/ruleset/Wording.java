package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.text.Language;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How numbers of days, periods and enumerations are said in each language. Days are written as {@code YYYY-MM-DD}. */
final class Wording {
    private static final Pattern PERIOD =
            Pattern.compile("(?<year>[0-9]{4})(-Q(?<quarter>[1-4])|-(?<month>0[1-9]|1[0-2]))?");

    private Wording() {}

    static String days(int days, Language language) {
        return switch (language) {
            case ZH -> days + "天";
            case EN -> days == 1 ? "1 day" : days + " days";
        };
    }

    /** Appends a day as {@code YYYY-MM-DD}. */
    static void day(LocalDate day, StringBuilder out) {
        int year = day.getYear();
        if (year < 1000 || year > 9999) {
            out.append(day);
            return;
        }
        out.append(year);
        twoDigits(day.getMonthValue(), out.append('-'));
        twoDigits(day.getDayOfMonth(), out.append('-'));
    }

    private static void twoDigits(int number, StringBuilder out) {
        out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    static String comma(Language language) {
        return switch (language) {
            case ZH -> "、";
            case EN -> ", ";
        };
    }

    /** A period ({@code YYYY}, {@code YYYY-MM} or {@code YYYY-Qn}); one of another form is said as it is. */
    static String period(String period, Language language) {
        Matcher parts = PERIOD.matcher(period);
        if (!parts.matches()) {
            return period;
        }
        String year = parts.group("year");
        String quarter = parts.group("quarter");
        String month = parts.group("month");
        if (quarter != null) {
            return language == Language.ZH ? year + "年第" + quarter + "季度" : "Q" + quarter + " " + year;
        }
        if (month != null) {
            Month named = Month.of(Integer.parseInt(month));
            return language == Language.ZH
                    ? year + "年" + named.getValue() + "月"
                    : named.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + year;
        }
        return language == Language.ZH ? year + "年" : year;
    }
}
