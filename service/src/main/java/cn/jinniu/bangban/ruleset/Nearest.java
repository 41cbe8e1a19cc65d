package cn.jinniu.bangban.ruleset;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Finds the word somebody probably meant. */
public final class Nearest {
    private Nearest() {}

    /** The known word nearest to the one written, null where none is near. */
    public static @Nullable String to(String word, Collection<String> known) {
        int farthest = Math.max(2, word.length() / 3);
        String written = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(candidate -> distance(written, candidate) <= farthest)
                .min(Comparator.<String>comparingInt(candidate -> distance(written, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    /** What to put behind a Chinese problem: the nearest word as a question, or nothing. */
    public static String hintZh(String word, Collection<String> known) {
        String nearest = to(word, known);
        return nearest == null ? "" : "；是否应为“" + nearest + "”？";
    }

    /** What to put behind an English problem: the nearest word as a question, or nothing. */
    public static String hintEn(String word, Collection<String> known) {
        String nearest = to(word, known);
        return nearest == null ? "" : "; did you mean \"" + nearest + "\"?";
    }

    private static int distance(String written, String candidate) {
        return LevenshteinDistance.getDefaultInstance().apply(written, candidate.toLowerCase(Locale.ROOT));
    }
}
