package cn.jinniu.bangban.decision;

import cn.jinniu.bangban.text.Language;

/** Says in a sentence what an answer means to the people it concerns. */
public interface Messages {
    /** Appends the sentence. */
    void say(Obligation obligation, Language language, StringBuilder out);

    /** Appends the sentence. */
    void say(Alert alert, Language language, StringBuilder out);

    default String of(Obligation obligation, Language language) {
        StringBuilder sentence = new StringBuilder();
        say(obligation, language, sentence);
        return sentence.toString();
    }

    default String of(Alert alert, Language language) {
        StringBuilder sentence = new StringBuilder();
        say(alert, language, sentence);
        return sentence.toString();
    }
}
