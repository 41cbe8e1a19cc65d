package cn.jinniu.bangban.web;

import cn.jinniu.bangban.decision.Status;
import cn.jinniu.bangban.facts.CivilTime;
import cn.jinniu.bangban.log.find.Filter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what is looked for from query parameters. */
final class FilterParameters {
    private FilterParameters() {}

    static Filter of(
            @Nullable String project,
            @Nullable String bearer,
            @Nullable String code,
            @Nullable String status,
            @Nullable String clause,
            @Nullable String from,
            @Nullable String to,
            @Nullable String ruleset,
            @Nullable String caller) {
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw new ProblemException(
                    HttpProblems.parameter("to", "早于 from；两天都包括在内", "it is before from; both days are included"));
        }
        return new Filter(project, bearer, code, status(status), clause, first, last, ruleset, caller);
    }

    private static @Nullable LocalDate day(String name, @Nullable String value) {
        LocalDate day = value == null ? null : CivilTime.date(value);
        if (value != null && day == null) {
            throw new ProblemException(HttpProblems.parameter(
                    name,
                    "“" + value + "”不是日期，日期写作 YYYY-MM-DD",
                    "\"" + value + "\" is no date; write a date as YYYY-MM-DD"));
        }
        return day;
    }

    private static @Nullable String status(@Nullable String value) {
        if (value != null
                && Arrays.stream(Status.values())
                        .noneMatch(status -> status.name().equals(value))) {
            String all = Arrays.stream(Status.values()).map(Enum::name).collect(Collectors.joining(", "));
            throw new ProblemException(HttpProblems.parameter(
                    "status", "“" + value + "”不是状态；可用的有 " + all, "\"" + value + "\" is no status; known are " + all));
        }
        return value;
    }

    /** @param most the most that may be asked for */
    static int limit(@Nullable String value, int usual, int most) {
        if (value == null) {
            return usual;
        }
        try {
            int limit = Integer.parseInt(value, 10);
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        } catch (NumberFormatException none) {
            // said below
        }
        throw new ProblemException(HttpProblems.parameter(
                "limit", "应为 1 到 " + most + " 的整数", "it must be a whole number from 1 to " + most));
    }
}
