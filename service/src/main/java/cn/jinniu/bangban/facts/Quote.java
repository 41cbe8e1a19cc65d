package cn.jinniu.bangban.facts;

/** Strings of a request, made fit to be shown in a message. */
final class Quote {
    private static final int SHOWN = 60;
    private static final int REPLACEMENT = 0xFFFD;

    private Quote() {}

    /** The string between quotes: cut when long, in one line, and with what cannot be seen replaced. */
    static String of(String value) {
        return '"' + shown(value) + '"';
    }

    /** The same without quotes. */
    static String shown(String value) {
        StringBuilder shown = new StringBuilder();
        value.codePoints().limit(SHOWN).map(Quote::visible).forEach(shown::appendCodePoint);
        return value.codePoints().skip(SHOWN).findAny().isPresent()
                ? shown.append('…').toString()
                : shown.toString();
    }

    /** The string with every unpaired surrogate replaced: what can be written in UTF-8. */
    static String wellFormed(String value) {
        if (isWellFormed(value)) {
            return value;
        }
        StringBuilder text = new StringBuilder(value.length());
        value.codePoints().map(c -> isSurrogate(c) ? REPLACEMENT : c).forEach(text::appendCodePoint);
        return text.toString();
    }

    /** Whether the string is Unicode text, that is, has no unpaired surrogate. */
    static boolean isWellFormed(String value) {
        int length = value.length();
        for (int i = 0; i < length; i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                if (isSurrogate(value.codePointAt(i))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static int visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> Character.isWhitespace(codePoint) ? ' ' : REPLACEMENT;
            case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> REPLACEMENT;
            default -> codePoint;
        };
    }

    private static boolean isSurrogate(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }
}
