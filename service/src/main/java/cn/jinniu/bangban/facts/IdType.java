package cn.jinniu.bangban.facts;

import org.jspecify.annotations.Nullable;

/** The id of a person: neither blank nor longer than {@link #MAX_LENGTH} Unicode code points. */
class IdType extends StringType<String> {
    static final int MAX_LENGTH = 64;

    @Override
    @Nullable
    String read(String value, Scan scan) {
        return isId(value, scan) && fits(value, MAX_LENGTH, scan) ? value : null;
    }

    /** Reports a string that cannot be an id of any kind: blank, or no Unicode text. @return whether it can */
    static boolean isId(String value, Scan scan) {
        if (isBlank(value)) {
            scan.report(FactErrorCode.BAD_FORMAT, () -> Wording.blankId(value));
            return false;
        }
        return isText(value, scan);
    }

    /** Blank: nothing but white space, no-break and ideographic spaces among it. */
    private static boolean isBlank(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i); // no white space lies beyond the basic plane
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Shape shape() {
        return new Shape.IdShape(MAX_LENGTH);
    }
}
