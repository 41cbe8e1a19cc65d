package cn.jinniu.bangban.engine.sandbox;

import java.util.ArrayList;
import java.util.List;

/** Takes Java, or a condition, apart into tokens. */
public final class Tokens {
    private static final List<String> LONG_SYMBOLS = List.of(
            "->", "::", ":=", "==", "!=", "<=", ">=", "&&", "||", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=",
            "^=", "!.", "?.", "~=");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Token> comments = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    /** What is written, without white space and comments, closed by an end token. */
    public static List<Token> of(String text) {
        Tokens tokens = new Tokens(text);
        tokens.read();
        return tokens.tokens;
    }

    /** The comments in a text. */
    public static List<Token> comments(String text) {
        Tokens tokens = new Tokens(text);
        tokens.read();
        return tokens.comments;
    }

    private void read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (text.startsWith("//", at)) {
                comment(endOfLine());
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) {
                    add(Token.Kind.UNFINISHED, text.length());
                } else {
                    comment(end + 2);
                }
            } else if (text.startsWith("\"\"\"", at)) {
                textBlock();
            } else if (c == '"' || c == '\'') {
                literal(c);
            } else if (Character.isJavaIdentifierStart(c)) {
                add(Token.Kind.NAME, endOfWord());
            } else if (Character.isDigit(c)) {
                add(Token.Kind.NUMBER, endOfNumber());
            } else {
                String symbol = LONG_SYMBOLS.stream()
                        .filter(known -> text.startsWith(known, at))
                        .findFirst()
                        .orElse(String.valueOf(c));
                add(Token.Kind.SYMBOL, at + symbol.length());
            }
        }
        tokens.add(new Token(Token.Kind.END, "", text.length()));
    }

    private void add(Token.Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(at, end), at));
        at = end;
    }

    private void comment(int end) {
        comments.add(new Token(Token.Kind.COMMENT, text.substring(at, end), at));
        at = end;
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private int endOfWord() {
        int end = at;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int endOfNumber() {
        int end = at;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end))
                        || text.charAt(end) == '_'
                        || text.charAt(end) == '.'
                                && end + 1 < text.length()
                                && Character.isDigit(text.charAt(end + 1)))) {
            end++;
        }
        return end;
    }

    private void literal(char quote) {
        for (int end = at + 1; end < text.length(); end++) {
            char c = text.charAt(end);
            if (c == '\\') {
                end++;
            } else if (c == quote) {
                add(Token.Kind.STRING, end + 1);
                return;
            } else if (c == '\n' || c == '\r') {
                break;
            }
        }
        add(Token.Kind.UNFINISHED, endOfLine());
    }

    private void textBlock() {
        for (int end = at + 3; end < text.length(); end++) {
            if (text.charAt(end) == '\\') {
                end++;
            } else if (text.startsWith("\"\"\"", end)) {
                add(Token.Kind.STRING, end + 3);
                return;
            }
        }
        add(Token.Kind.UNFINISHED, text.length());
    }
}
