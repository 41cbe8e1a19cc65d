package cn.jinniu.bangban.decision;

import cn.jinniu.bangban.text.Language;

/** Says in a sentence what an answer means to the people it concerns. */
public interface Messages {
    /** Appends the sentence. */
    void say(Obligation obligation, Language language, Sentence out);

    /** Appends the sentence. */
    void say(Alert alert, Language language, Sentence out);

    default String of(Obligation obligation, Language language) {
        Sentence sentence = new PlainSentence();
        say(obligation, language, sentence);
        return sentence.toString();
    }

    default String of(Alert alert, Language language) {
        Sentence sentence = new PlainSentence();
        say(alert, language, sentence);
        return sentence.toString();
    }
}
