package cn.jinniu.bangban.decision;

import java.time.LocalDate;
import tools.jackson.core.JsonGenerator;

/** Hands JSON on to Jackson, for answers that stand in the midst of another text. */
final class GeneratorSink implements JsonSink {
    private final JsonGenerator json;
    private final PlainSentence sentence = new PlainSentence();

    GeneratorSink(JsonGenerator json) {
        this.json = json;
    }

    @Override
    public void beginObject() {
        json.writeStartObject();
    }

    @Override
    public void endObject() {
        json.writeEndObject();
    }

    @Override
    public void beginArray() {
        json.writeStartArray();
    }

    @Override
    public void endArray() {
        json.writeEndArray();
    }

    @Override
    public void name(Member member) {
        json.writeName(member.encoded());
    }

    @Override
    public void text(CharSequence value) {
        json.writeString(value.toString());
    }

    @Override
    public void word(String value) {
        json.writeString(value);
    }

    @Override
    public void date(LocalDate value) {
        json.writeString(value.toString());
    }

    @Override
    public Sentence beginSentence() {
        sentence.cutTo(0);
        return sentence;
    }

    @Override
    public void endSentence() {
        json.writeString(sentence.toString());
    }

    @Override
    public void number(int value) {
        json.writeNumber(value);
    }

    @Override
    public void truth(boolean value) {
        json.writeBoolean(value);
    }

    @Override
    public void nothing() {
        json.writeNull();
    }
}
