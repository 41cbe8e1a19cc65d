package cn.jinniu.bangban.engine;

/** Java source as text. */
public final class JavaText {
    private JavaText() {}

    /** The text with comments and the contents of literals blanked out, every other character where it was. */
    public static String withoutCommentsAndStrings(String text) {
        return blank(text, true);
    }

    /** The text with comments blanked out, every other character where it was. */
    public static String withoutComments(String text) {
        return blank(text, false);
    }

    private static String blank(String text, boolean literalsToo) {
        StringBuilder out = new StringBuilder(text);
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end;
            boolean literal = false;
            if (text.startsWith("//", i)) {
                end = endOr(text.indexOf('\n', i), text.length());
            } else if (text.startsWith("/*", i)) {
                end = endOr(text.indexOf("*/", i + 2) + 2, text.length());
            } else if (text.startsWith("\"\"\"", i)) {
                end = endOr(text.indexOf("\"\"\"", i + 3) + 3, text.length());
                literal = true;
            } else if (c == '"' || c == '\'') {
                end = endOfLiteral(text, i, c);
                literal = true;
            } else {
                i++;
                continue;
            }
            if (!literal || literalsToo) {
                for (int at = i; at < end; at++) {
                    if (text.charAt(at) != '\n') {
                        out.setCharAt(at, ' ');
                    }
                }
            }
            i = end;
        }
        return out.toString();
    }

    private static int endOr(int end, int otherwise) {
        return end < 3 ? otherwise : end;
    }

    private static int endOfLiteral(String text, int start, char quote) {
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote || c == '\n') {
                return i + 1;
            }
        }
        return text.length();
    }
}
