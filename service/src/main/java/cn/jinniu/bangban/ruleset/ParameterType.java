package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.calendar.Roll;
import cn.jinniu.bangban.text.Text;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a parameter's value means, and so how it is written. */
public enum ParameterType {
    WORKING_DAYS(new Text("0 至 3650 的整数（工作日）", "a whole number of working days from 0 to 3650")) {
        @Override
        @Nullable
        Object parse(String written) {
            return number(written, 0, 3650);
        }
    },
    CALENDAR_DAYS(new Text("0 至 3650 的整数（自然日）", "a whole number of calendar days from 0 to 3650")) {
        @Override
        @Nullable
        Object parse(String written) {
            return number(written, 0, 3650);
        }
    },
    COUNT(new Text("1 至 1000 的整数", "a whole number from 1 to 1000")) {
        @Override
        @Nullable
        Object parse(String written) {
            return number(written, 1, 1000);
        }
    },
    DAY_OF_MONTH(new Text("1 至 31 的整数，或 LAST（月末）", "a whole number from 1 to 31, or LAST for the month's last day")) {
        @Override
        @Nullable
        Object parse(String written) {
            return written.equals("LAST") ? Integer.valueOf(LAST_DAY) : number(written, 1, LAST_DAY);
        }
    },
    MONTH_DAY(new Text("“月-日”，例如 09-15", "MM-DD, for example 09-15")) {
        @Override
        @Nullable
        Object parse(String written) {
            if (!Pattern.matches("[0-9]{2}-[0-9]{2}", written)) {
                return null;
            }
            try {
                return MonthDay.parse("--" + written);
            } catch (DateTimeException e) {
                return null;
            }
        }
    },
    ROLL(new Text("NEXT（顺延）、PREVIOUS（提前）或 NONE（不变）", "NEXT, PREVIOUS or NONE")) {
        @Override
        @Nullable
        Object parse(String written) {
            return Arrays.stream(Roll.values())
                    .filter(roll -> roll.name().equals(written))
                    .findFirst()
                    .orElse(null);
        }
    };

    private static final int LAST_DAY = 31;

    private final Text wanted;

    ParameterType(Text wanted) {
        this.wanted = wanted;
    }

    /** The word for it in the parameter file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How a value is written. */
    Text wanted() {
        return wanted;
    }

    /** The value written: a whole number, a day of the year or a roll; null where it is none. */
    abstract @Nullable Object parse(String written);

    private static @Nullable Integer number(String written, int least, int most) {
        if (!Pattern.matches("0|[1-9][0-9]{0,3}", written)) {
            return null;
        }
        int number = Integer.parseInt(written);
        return number < least || number > most ? null : Integer.valueOf(number);
    }
}
