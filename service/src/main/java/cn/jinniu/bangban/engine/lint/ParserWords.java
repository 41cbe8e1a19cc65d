package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.ruleset.ProblemKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.ParserError;

/** The parser's messages in plain words. */
final class ParserWords {
    private static final Pattern INPUT = Pattern.compile("(?:input|token) '([^']*)'");

    private ParserWords() {}

    /** Adds what the parser says of a piece that begins at an offset. */
    static void note(DroolsError error, String text, int start, Notes notes) {
        int at = error instanceof ParserError place ? offset(text, place.getRow(), place.getCol()) : start;
        if (at < start) {
            at = start;
        }
        Matcher input = INPUT.matcher(String.valueOf(error.getMessage()));
        String word = input.find() ? input.group(1) : "";
        if (word.equals("<eof>") || at >= text.length()) {
            notes.add(
                    ProblemKind.SYNTAX,
                    start,
                    start + 4,
                    "这里开始的内容没有写完；请检查它的括号、引号和 end",
                    "what begins here is not complete; check its brackets, its quotes and its end");
            return;
        }
        String shown = word.isEmpty() ? wordAt(text, at) : word;
        String before = text.substring(0, at).stripTrailing();
        boolean afterOperand = !before.isEmpty()
                && (Character.isLetterOrDigit(before.charAt(before.length() - 1))
                        || "\")'".indexOf(before.charAt(before.length() - 1)) >= 0);
        boolean operand =
                !shown.isEmpty() && (Character.isJavaIdentifierStart(shown.charAt(0)) || shown.charAt(0) == '"');
        if (shown.equals("and") || shown.equals("or")) {
            notes.add(
                    ProblemKind.SYNTAX,
                    at,
                    at + shown.length(),
                    "括号里的条件不用 " + shown + "；“并且”写逗号或 &&，“或者”写 ||",
                    "within brackets there is no " + shown + "; write a comma or && for and, || for or");
        } else if (afterOperand && operand) {
            notes.add(
                    ProblemKind.SYNTAX,
                    at,
                    at + shown.length(),
                    "读到“" + shown + "”读不下去：它前面可能少了逗号、冒号或比较符（==、!=、<、>= 等）",
                    "cannot go on at \"" + shown
                            + "\": before it a comma, a colon or a comparison (==, !=, <, >= …) may be missing");
        } else {
            notes.add(
                    ProblemKind.SYNTAX,
                    at,
                    at + Math.max(1, shown.length()),
                    "读到“" + shown + "”读不下去；请检查这里和上一行的括号、引号、逗号和关键字，可以对照别的规则",
                    "cannot go on at \"" + shown
                            + "\"; check brackets, quotes, commas and keywords here and on the line above, against another rule");
        }
    }

    private static String wordAt(String text, int at) {
        int end = at;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return text.substring(at, Math.max(end, Math.min(text.length(), at + 1)))
                .strip();
    }

    /** The offset of a row (from 1) and a column (from 0). */
    private static int offset(String text, int row, int column) {
        int at = 0;
        for (int line = 1; line < row; line++) {
            int next = text.indexOf('\n', at);
            if (next < 0) {
                return text.length();
            }
            at = next + 1;
        }
        return Math.min(text.length(), at + Math.max(0, column));
    }
}
