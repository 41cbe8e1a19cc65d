package cn.jinniu.bangban.engine.sandbox;

/** Whether a regular expression can be matched in time that grows no faster than the text. */
final class LinearPattern {
    private static final int MOST_PERHAPS = 3;

    private LinearPattern() {}

    /**
     * Whether it surely can: it repeats something without limit once, and perhaps takes what is left with a dot and a
     * star; it has no groups, and little that may be there or not, for each such piece doubles what is tried.
     */
    static boolean isLinear(String literal) {
        int end = literal.length() - 1;
        String pattern = literal.substring(1, literal.endsWith(".*" + literal.charAt(end)) ? end - 2 : end);
        int repeats = 0;
        int perhaps = 0;
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '*', '+' -> repeats++;
                case '?' -> perhaps++;
                case '(', ')', '{', '}' -> {
                    return false;
                }
                // Digits and k behind a backslash refer back.
                case '\\' -> {
                    char next = i + 1 < pattern.length() ? pattern.charAt(i + 1) : ' ';
                    if (Character.isDigit(next) || next == 'k') {
                        return false;
                    }
                }
                default -> {
                    // Stands for itself.
                }
            }
        }
        return repeats <= 1 && perhaps <= MOST_PERHAPS;
    }
}
