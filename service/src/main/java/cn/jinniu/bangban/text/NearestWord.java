package cn.jinniu.bangban.text;

import java.util.Collection;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * The known word that takes the fewest edits to come by from one that was written, whatever the case of their letters;
 * the first of several.
 *
 * @param word the known word; null when none is known
 * @param edits letters put in, taken out or changed
 */
public record NearestWord(@Nullable String word, int edits) {
    /** Words are compared up to this length, which every known one is well below. */
    private static final int COMPARED = 60;

    public static NearestWord to(String written, Collection<String> known) {
        String wanted = lowerCase(written.substring(0, Math.min(written.length(), COMPARED)));
        NearestWord nearest = new NearestWord(null, Integer.MAX_VALUE);
        for (String candidate : known) {
            int edits = LevenshteinDistance.getDefaultInstance().apply(wanted, lowerCase(candidate));
            if (edits < nearest.edits) {
                nearest = new NearestWord(candidate, edits);
            }
        }
        return nearest;
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
