package cn.jinniu.bangban.decision;

import java.time.LocalDate;

/** A sentence as a string. */
final class PlainSentence implements Sentence {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void words(String words) {
        text.append(words);
    }

    @Override
    public void once(CharSequence more) {
        text.append(more);
    }

    @Override
    public void day(LocalDate day) {
        text.append(day);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public void cutTo(int length) {
        text.setLength(length);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
