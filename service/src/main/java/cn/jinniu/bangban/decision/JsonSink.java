package cn.jinniu.bangban.decision;

import java.time.LocalDate;

/** Takes JSON piece by piece, in the order it stands in; commas are the sink's own matter. */
interface JsonSink {
    void beginObject();

    void endObject();

    void beginArray();

    void endArray();

    /** Names the member whose value comes next. */
    void name(Member member);

    /** A string that is likely to come but once, such as an id. */
    void text(CharSequence value);

    /** A string out of the rules' own few, such as a code: it comes again and again. */
    void word(String value);

    void date(LocalDate value);

    /** Begins a string that is made piece by piece; nothing else is written until it ends. */
    Sentence beginSentence();

    void endSentence();

    void number(int value);

    void truth(boolean value);

    void nothing();
}
