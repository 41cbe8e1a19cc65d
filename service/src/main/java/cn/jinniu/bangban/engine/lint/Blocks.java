package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.engine.JavaText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a rule file apart into what it declares, one piece a rule, so that one that is broken hides none of the others. */
final class Blocks {
    private static final Pattern START = Pattern.compile(
            "(?m)^[ \\t]*(?:(rule|query)\\b|(declare)\\b|(function)\\b|(package|import|global|unit|dialect)\\b)");
    private static final Pattern END = Pattern.compile("(?m)(?<![.$\\w])end\\b[ \\t]*;?[ \\t]*$");

    private Blocks() {}

    /** What a piece is. */
    enum Kind {
        RULE,
        DECLARATION,
        FUNCTION,
        LINE,
        /** Nothing that can stand there. */
        STRAY
    }

    /** A piece from an offset (inclusive) to another (exclusive). */
    record Block(Kind kind, int start, int end) {
        String in(String text) {
            return text.substring(start, end);
        }

        /** The whole text with all but this piece blanked out, so that every place stays where it is. */
        String alone(String text) {
            StringBuilder alone = new StringBuilder(text);
            for (int i = 0; i < alone.length(); i++) {
                if ((i < start || i >= end) && alone.charAt(i) != '\n') {
                    alone.setCharAt(i, ' ');
                }
            }
            return alone.toString();
        }
    }

    static List<Block> of(String text) {
        String code = JavaText.withoutCommentsAndStrings(text);
        List<Block> blocks = new ArrayList<>();
        Matcher starts = START.matcher(code);
        int done = 0;
        while (starts.find()) {
            if (starts.start() < done) {
                continue;
            }
            stray(code, done, starts.start(), blocks);
            int next = nextStart(code, starts.end());
            Kind kind = starts.group(1) != null
                    ? Kind.RULE
                    : starts.group(2) != null ? Kind.DECLARATION : starts.group(3) != null ? Kind.FUNCTION : Kind.LINE;
            int from = firstWord(code, starts.start());
            done = switch (kind) {
                case RULE, DECLARATION -> endWord(code, from, next);
                case FUNCTION -> closingBrace(code, from, next);
                case LINE, STRAY -> Math.min(next, endOfLine(code, from));
            };
            blocks.add(new Block(kind, from, done));
        }
        stray(code, done, code.length(), blocks);
        return blocks;
    }

    private static int nextStart(String code, int from) {
        Matcher next = START.matcher(code);
        return next.find(from) ? next.start() : code.length();
    }

    private static void stray(String code, int from, int to, List<Block> blocks) {
        String between = code.substring(from, to);
        String plain = between.replace(";", " ");
        if (!plain.isBlank()) {
            int start =
                    firstWord(code, from + plain.length() - plain.stripLeading().length());
            blocks.add(new Block(Kind.STRAY, start, from + plain.stripTrailing().length()));
        }
    }

    private static int firstWord(String code, int from) {
        int at = from;
        while (at < code.length() && Character.isWhitespace(code.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int endWord(String code, int from, int limit) {
        Matcher end = END.matcher(code).region(from, limit).useAnchoringBounds(false);
        return end.find() ? end.end() : limit;
    }

    private static int endOfLine(String code, int from) {
        int end = code.indexOf('\n', from);
        return end < 0 ? code.length() : end;
    }

    private static int closingBrace(String code, int from, int limit) {
        int depth = 0;
        for (int at = from; at < limit; at++) {
            char c = code.charAt(at);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return at + 1;
            }
        }
        return limit;
    }
}
