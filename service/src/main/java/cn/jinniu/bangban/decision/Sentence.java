package cn.jinniu.bangban.decision;

import java.time.LocalDate;

/** A sentence that grows piece by piece. */
public interface Sentence {
    /** Appends words that come again and again, such as those of the catalogue. */
    void words(String words);

    /** Appends what is likely to come but once, such as a name. */
    void once(CharSequence text);

    /** Appends a day as {@code YYYY-MM-DD}. */
    void day(LocalDate day);

    /** How long it is by now, in units of its own. */
    int length();

    /** Takes back what was appended since it was so long. */
    void cutTo(int length);
}
