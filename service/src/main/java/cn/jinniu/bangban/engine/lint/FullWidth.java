package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Punctuation as a Chinese input method types it — （ ） ， “ ” — where a rule file needs the half-width kind. Says where,
 * and puts the right character in its place, so that what else is wrong shows too. Comments and quotations are left alone.
 */
public final class FullWidth {
    private static final String WIDE = "（）【】｛｝，；：．＝＜＞＋－＊／％＆｜！＠＃＄“”‘’＂＇「」『』《》。、？—　\u00a0";
    private static final String NARROW = "()[]{},;:.=<>+-*/%&|!@#$\"\"''\"'\"\"\"\"<>.,?-  ";
    private static final String QUOTES = "“”＂「」『』";

    private final String path;
    private final StringBuilder text;
    /** The wide characters by offset. */
    private final Map<Integer, Character> found = new TreeMap<>();

    private FullWidth(String path, String text) {
        this.path = path;
        this.text = new StringBuilder(text);
    }

    /**
     * A text with half-width characters in place of full-width ones.
     *
     * @param text as long as the one given, so that every place stays where it is
     * @param problems one for each line that had any
     */
    public record Narrowed(String text, List<RulesetProblem> problems) {}

    public static Narrowed of(String path, String text) {
        FullWidth widths = new FullWidth(path, text);
        widths.scan();
        return new Narrowed(widths.text.toString(), widths.problems(text));
    }

    private void scan() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '/' && at + 1 < text.length() && text.charAt(at + 1) == '/') {
                at = endOfLine(at);
            } else if (c == '/' && at + 1 < text.length() && text.charAt(at + 1) == '*') {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else if (c == '"' && isTextBlock(at)) {
                int end = text.indexOf("\"\"\"", at + 3);
                at = end < 0 ? text.length() : end + 3;
            } else if (c == '"' || c == '\'' || QUOTES.indexOf(c) >= 0) {
                at = quotation(at, c);
            } else {
                narrow(at, c);
                at++;
            }
        }
    }

    private boolean isTextBlock(int at) {
        return at + 2 < text.length() && text.charAt(at + 1) == '"' && text.charAt(at + 2) == '"';
    }

    private int endOfLine(int from) {
        int end = text.indexOf("\n", from);
        return end < 0 ? text.length() : end;
    }

    /** What is quoted stays; its quotes must be half-width. Gives the offset behind it. */
    private int quotation(int open, char quote) {
        boolean wide = QUOTES.indexOf(quote) >= 0;
        if (wide) {
            narrow(open, quote);
        }
        char closing = wide ? '"' : quote;
        int end = endOfLine(open);
        int other = -1;
        for (int at = open + 1; at < end; at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == closing) {
                return at + 1;
            } else if (other < 0 && closing == '"' && QUOTES.indexOf(c) >= 0) {
                other = at;
                if (wide) {
                    break;
                }
            }
        }
        if (other < 0) {
            return wide ? open + 1 : end;
        }
        narrow(other, text.charAt(other));
        return other + 1;
    }

    private void narrow(int at, char c) {
        char narrow = c;
        int place = WIDE.indexOf(c);
        if (place >= 0) {
            narrow = NARROW.charAt(place);
        } else if (c >= '！' && c <= '～') {
            narrow = (char) (c - '！' + '!');
        }
        if (narrow != c) {
            text.setCharAt(at, narrow);
            found.put(at, c);
        }
    }

    private List<RulesetProblem> problems(String original) {
        Notes notes = new Notes(path, original);
        List<Integer> line = new ArrayList<>();
        int number = 0;
        for (int at : found.keySet()) {
            int itsLine = notes.lineOf(at);
            if (itsLine != number && !line.isEmpty()) {
                note(line, notes);
                line.clear();
            }
            number = itsLine;
            line.add(at);
        }
        if (!line.isEmpty()) {
            note(line, notes);
        }
        return notes.all();
    }

    private void note(List<Integer> line, Notes notes) {
        List<String> changes = line.stream()
                .map(at -> name(found.get(at)) + " → " + name(text.charAt(at)))
                .distinct()
                .toList();
        int first = line.get(0);
        notes.add(
                ProblemKind.FULL_WIDTH,
                first,
                first + 1,
                "代码里用了全角字符（中文输入法打出的），要用半角：" + String.join("，", changes) + "；本行共 " + line.size() + " 处",
                "full-width characters, as a Chinese input method types them, must be half-width here: "
                        + String.join(", ", changes) + "; " + line.size() + " on this line");
    }

    private static String name(char c) {
        return c == '　' || c == '\u00a0' ? "␣" : c == ' ' ? "␠" : String.valueOf(c);
    }
}
