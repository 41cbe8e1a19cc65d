package cn.jinniu.bangban.coverage;

import cn.jinniu.bangban.coverage.Mutation.Kind;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The changes to try in what stands beside the rules: each value of a parameter moved by one, each two ranks swapped. */
final class DataMutations {
    private static final Pattern TYPE = Pattern.compile("  type:\\s*(\\S+)\\s*");
    private static final Pattern VALUE = Pattern.compile("\\s+(?:- )?value:\\s*'?([^\\s'#]+).*");
    private static final Pattern KEY = Pattern.compile("(?m)^([a-z][\\w-]*):\\s*$");
    private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final int A_LEAP_YEAR = 2000;

    private DataMutations() {}

    /** @param text of the file of parameters */
    static List<Mutation> ofParameters(String file, String text) {
        List<Mutation> found = new ArrayList<>();
        String type = "";
        int start = 0;
        for (String line : text.split("\n", -1)) {
            Matcher typed = TYPE.matcher(line);
            Matcher value = VALUE.matcher(line);
            if (typed.matches()) {
                type = typed.group(1);
            } else if (value.matches()) {
                String other = other(type, value.group(1));
                if (other != null) {
                    found.add(Mutation.of(file, text, Kind.LIMIT, start + value.start(1), start + value.end(1), other));
                }
            }
            start += line.length() + 1;
        }
        return List.copyOf(found);
    }

    /** Name of the parameter that a place in the file of parameters belongs to; empty where there is none. */
    static String parameterAt(String text, int place) {
        String key = "";
        for (Matcher found = KEY.matcher(text).region(0, place); found.find(); ) {
            key = found.group(1);
        }
        return key;
    }

    /** Another value of a parameter's type, as near as there is; null where the value is none of it. */
    private static @Nullable String other(String type, String value) {
        if (value.matches("\\d{2}-\\d{2}")) {
            LocalDate day = LocalDate.parse(A_LEAP_YEAR + "-" + value).plusDays(1);
            return day.getYear() == A_LEAP_YEAR ? MONTH_DAY.format(day) : "12-30";
        }
        if (value.matches("\\d{1,6}")) {
            int number = Integer.parseInt(value);
            return Integer.toString(type.equals("day-of-month") && number > 1 ? number - 1 : number + 1);
        }
        return switch (value) {
            case "LAST" -> "28";
            case "NEXT" -> "PREVIOUS";
            case "PREVIOUS", "NONE" -> "NEXT";
            default -> null;
        };
    }

    /** @param text of a file whose rows begin with a rank and mean nothing but by their order */
    static List<Mutation> ofRanks(String file, String text) {
        List<Mutation> found = new ArrayList<>();
        Matcher pair = Pattern.compile("(?m)^(\\d+),(.*)\\n(\\d+),(.*)$").matcher(text);
        for (int from = 0; pair.find(from); from = pair.start(3)) {
            String swapped = pair.group(1) + ',' + pair.group(4) + '\n' + pair.group(3) + ',' + pair.group(2);
            found.add(Mutation.of(file, text, Kind.LIST, pair.start(), pair.end(), swapped));
        }
        return List.copyOf(found);
    }
}
