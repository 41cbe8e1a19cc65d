package cn.jinniu.bangban.facts;

import java.util.Comparator;

/** Plain Unicode code-point order of strings, which {@link String#compareTo} is not beyond the basic plane. */
public final class CodePoints {
    public static final Comparator<String> ORDER = CodePoints::compare;

    private CodePoints() {}

    private static int compare(String left, String right) {
        if (left == right) {
            return 0;
        }
        int shared = Math.min(left.length(), right.length());
        for (int i = 0; i < shared; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                // A surrogate stands for a code point above every other char's.
                boolean surrogateA = Character.isSurrogate(a);
                boolean surrogateB = Character.isSurrogate(b);
                return surrogateA == surrogateB ? a - b : surrogateA ? 1 : -1;
            }
        }
        return left.length() - right.length();
    }
}
