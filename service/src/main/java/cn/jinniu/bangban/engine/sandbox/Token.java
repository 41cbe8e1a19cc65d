package cn.jinniu.bangban.engine.sandbox;

/**
 * A piece of Java or of a condition.
 *
 * @param kind what it is
 * @param text as written
 * @param start offset of its first character in the text it was read from
 */
public record Token(Kind kind, String text, int start) {
    public enum Kind {
        NAME,
        NUMBER,
        STRING,
        SYMBOL,
        COMMENT,
        /** A literal or comment that does not end. */
        UNFINISHED,
        END
    }

    public boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    public boolean isName() {
        return kind == Kind.NAME;
    }

    public boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }
}
