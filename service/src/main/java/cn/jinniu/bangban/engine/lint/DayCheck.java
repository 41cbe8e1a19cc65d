package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.engine.sandbox.Token;
import cn.jinniu.bangban.ruleset.ProblemKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks at days and months that rules write out: one that there is not builds, and fails when the rule runs. */
final class DayCheck {
    /** How each is written as a text, for whoever wrote it otherwise. */
    private static final Map<String, String> WRITTEN =
            Map.of("LocalDate", "\"2026-07-01\"", "YearMonth", "\"2026-07\"", "MonthDay", "\"--07-01\"");

    private final Notes notes;

    DayCheck(Notes notes) {
        this.notes = notes;
    }

    void check(List<Token> tokens) {
        for (int i = 0; i + 4 < tokens.size(); i++) {
            if (!WRITTEN.containsKey(tokens.get(i).text())
                    || !tokens.get(i + 1).is(".")
                    || !tokens.get(i + 3).is("(")) {
                continue;
            }
            String type = tokens.get(i).text();
            if (tokens.get(i + 2).isName("of")) {
                numbers(type, tokens, i);
            } else if (tokens.get(i + 2).isName("parse")
                    && tokens.get(i + 4).kind() == Token.Kind.STRING
                    && tokens.get(i + 5).is(")")) {
                text(type, tokens.get(i + 4));
            }
        }
    }

    private void numbers(String type, List<Token> tokens, int from) {
        List<Integer> numbers = new ArrayList<>();
        int at = from + 4;
        while (tokens.get(at).kind() == Token.Kind.NUMBER
                && tokens.get(at).text().matches("\\d{1,9}")) {
            numbers.add(Integer.valueOf(tokens.get(at).text()));
            at++;
            if (!tokens.get(at).is(",")) {
                break;
            }
            at++;
        }
        if (!tokens.get(at).is(")") || numbers.size() != (type.equals("LocalDate") ? 3 : 2)) {
            return;
        }
        try {
            switch (type) {
                case "LocalDate" -> LocalDate.of(numbers.get(0), numbers.get(1), numbers.get(2));
                case "YearMonth" -> YearMonth.of(numbers.get(0), numbers.get(1));
                default -> MonthDay.of(numbers.get(0), numbers.get(1));
            }
        } catch (DateTimeException none) {
            int start = tokens.get(from).start();
            notes.add(
                    ProblemKind.NO_SUCH_DAY,
                    start,
                    tokens.get(at).start() + 1,
                    "没有这一天或这个月；依次写" + (type.equals("MonthDay") ? "月、日" : type.equals("YearMonth") ? "年、月" : "年、月、日")
                            + "，请核对月和日是否写反",
                    "there is no such day or month; write "
                            + (type.equals("MonthDay")
                                    ? "month and day"
                                    : type.equals("YearMonth") ? "year and month" : "year, month and day")
                            + " in this order, and check that they are not swapped");
        }
    }

    private void text(String type, Token token) {
        String written = token.text().substring(1, token.text().length() - 1);
        try {
            switch (type) {
                case "LocalDate" -> LocalDate.parse(written);
                case "YearMonth" -> YearMonth.parse(written);
                default -> MonthDay.parse(written);
            }
        } catch (DateTimeException none) {
            notes.add(
                    ProblemKind.NO_SUCH_DAY,
                    token.start(),
                    token.start() + token.text().length(),
                    "“" + written + "”不是日期，或者没有这一天；请写成 " + WRITTEN.get(type) + " 这样",
                    "\"" + written + "\" is no date, or there is no such day; write it like " + WRITTEN.get(type));
        }
    }
}
