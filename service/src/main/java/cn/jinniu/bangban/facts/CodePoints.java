package cn.jinniu.bangban.facts;

import java.util.Comparator;

/** Plain Unicode code-point order of strings, which {@link String#compareTo} is not beyond the basic plane. */
public final class CodePoints {
    public static final Comparator<String> ORDER = CodePoints::compare;

    private CodePoints() {}

    /** A number for a character: of two where strings begin to differ, that of the later string's is greater. */
    private static int rank(char c) {
        // Surrogates stand for code points above every other char's.
        return c < Character.MIN_SURROGATE ? c : c > Character.MAX_SURROGATE ? c - 0x800 : c + 0x2000;
    }

    private static int compare(String left, String right) {
        if (left == right) {
            return 0;
        }
        int shared = Math.min(left.length(), right.length());
        for (int i = 0; i < shared; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return rank(a) - rank(b);
            }
        }
        return left.length() - right.length();
    }
}
