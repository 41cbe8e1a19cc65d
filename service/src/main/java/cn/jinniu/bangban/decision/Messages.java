package cn.jinniu.bangban.decision;

import cn.jinniu.bangban.text.Language;

/** Says in a sentence what an answer means to the people it concerns. */
public interface Messages {
    String of(Obligation obligation, Language language);

    String of(Alert alert, Language language);
}
