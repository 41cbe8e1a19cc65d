package cn.jinniu.bangban.ruleset;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table. Each reading method gives null, with a problem at the value added, for a value that is not of the
 * asked kind.
 *
 * @param columns names of the table's columns
 * @param values one for each column, without white space around them
 * @param line its line, from 1
 * @param written the line as it stands in the file
 */
record CsvRow(List<String> columns, List<String> values, int line, String written, FileProblems problems) {
    Place place() {
        return new Place(line, 0);
    }

    /** Where the value of a column begins. */
    Place place(String column) {
        int skip = columns.indexOf(column);
        boolean quoted = false;
        int at = 0;
        for (; skip > 0; at++) {
            char c = written.charAt(at);
            quoted ^= c == '"';
            skip -= c == ',' && !quoted ? 1 : 0;
        }
        return new Place(line, written.codePointCount(0, at) + 1);
    }

    /** The value as written, empty where the cell is. */
    String optional(String column) {
        return values.get(columns.indexOf(column));
    }

    @Nullable
    String text(String column) {
        String value = optional(column);
        if (value.isEmpty()) {
            problems.add(place(column), "“" + column + "”不能为空", "\"" + column + "\" must not be empty");
            return null;
        }
        return value;
    }

    /** A value of a given shape, described for the reader. */
    @Nullable
    String word(String column, Pattern shape, String zh, String en) {
        String value = text(column);
        if (value != null && !shape.matcher(value).matches()) {
            problems.add(
                    place(column),
                    "“" + value + "”不能作为“" + column + "”：" + zh,
                    "\"" + value + "\" cannot be a \"" + column + "\": " + en);
            return null;
        }
        return value;
    }

    @Nullable
    LocalDate day(String column) {
        String value = text(column);
        return value == null ? null : RuleDates.read(value, place(column), problems);
    }

    <E extends Enum<E>> @Nullable E oneOf(String column, Class<E> type) {
        String value = text(column);
        if (value == null) {
            return null;
        }
        List<String> words =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        if (!words.contains(value)) {
            problems.add(
                    place(column),
                    "“" + value + "”不是可用的“" + column + "”；可用：" + String.join("、", words),
                    "\"" + value + "\" is no \"" + column + "\"; use one of " + String.join(", ", words));
            return null;
        }
        return Enum.valueOf(type, value);
    }
}
