package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.decision.Sentence;
import cn.jinniu.bangban.text.Language;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How numbers of days, periods and enumerations are said in each language. Days are written as {@code YYYY-MM-DD}. */
final class Wording {
    /** How many characters a year has. */
    private static final int YEAR = 4;

    /** What is said with a year for the part of it that stands behind it. */
    private static final Map<String, String> ZH_PARTS = new HashMap<>();

    private static final Map<String, String> EN_PARTS = new HashMap<>();

    static {
        for (int quarter = 1; quarter <= 4; quarter++) {
            ZH_PARTS.put("-Q" + quarter, "年第" + quarter + "季度");
            EN_PARTS.put("-Q" + quarter, "Q" + quarter + " ");
        }
        for (Month month : Month.values()) {
            String part = String.format(Locale.ROOT, "-%02d", month.getValue());
            ZH_PARTS.put(part, "年" + month.getValue() + "月");
            EN_PARTS.put(part, month.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " ");
        }
    }

    private Wording() {}

    static String days(int days, Language language) {
        return switch (language) {
            case ZH -> days + "天";
            case EN -> days == 1 ? "1 day" : days + " days";
        };
    }

    static String comma(Language language) {
        return switch (language) {
            case ZH -> "、";
            case EN -> ", ";
        };
    }

    /** Says a period ({@code YYYY}, {@code YYYY-MM} or {@code YYYY-Qn}); one of another form is said as it is. */
    static void period(String period, Language language, Sentence out) {
        boolean chinese = language == Language.ZH;
        String part = beginsWithYear(period) ? part(period.substring(YEAR), chinese) : null;
        if (part == null) {
            out.once(period);
        } else if (chinese) {
            out.once(period.subSequence(0, YEAR));
            out.words(part);
        } else {
            out.words(part);
            out.once(period.subSequence(0, YEAR));
        }
    }

    /** How a part of a year is said, the whole one being none; null where there is no such part. */
    private static @Nullable String part(String part, boolean chinese) {
        if (part.isEmpty()) {
            return chinese ? "年" : "";
        }
        return (chinese ? ZH_PARTS : EN_PARTS).get(part);
    }

    private static boolean beginsWithYear(String period) {
        if (period.length() < YEAR) {
            return false;
        }
        for (int i = 0; i < YEAR; i++) {
            if (period.charAt(i) < '0' || period.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
