package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.text.NearestWord;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds the word somebody probably meant. */
public final class Nearest {
    private Nearest() {}

    /** The known word nearest to the one written, null where none is near. */
    public static @Nullable String to(String word, Collection<String> known) {
        NearestWord nearest = NearestWord.to(word, known);
        return nearest.edits() <= Math.max(2, word.length() / 3) ? nearest.word() : null;
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
}
