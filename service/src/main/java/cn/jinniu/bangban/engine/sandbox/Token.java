package cn.jinniu.bangban.engine.sandbox;

/**
 * A piece of Java or of a condition.
 *
 * @param kind what it is
 * @param text as written
 * @param start offset of its first character in the text it was read from
 */
record Token(Kind kind, String text, int start) {
    enum Kind {
        NAME,
        NUMBER,
        STRING,
        SYMBOL,
        COMMENT,
        /** A literal or comment that does not end. */
        UNFINISHED,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isName() {
        return kind == Kind.NAME;
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }
}
