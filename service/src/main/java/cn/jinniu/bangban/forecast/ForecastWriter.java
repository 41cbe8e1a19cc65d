package cn.jinniu.bangban.forecast;

import cn.jinniu.bangban.decision.AnswerChange;
import cn.jinniu.bangban.decision.AnswerChanges;
import cn.jinniu.bangban.decision.DecisionJson;
import cn.jinniu.bangban.decision.Messages;
import cn.jinniu.bangban.text.Language;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes forecasts as compact JSON in UTF-8; answers are written as decisions write them. Equal forecasts, equal bytes. */
public final class ForecastWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Messages messages;

    /** @param messages says each obligation and alert in a sentence */
    public ForecastWriter(Messages messages) {
        this.messages = messages;
    }

    /** The forecast without a line break behind it. */
    public byte[] bytes(Forecast forecast, Language language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            write(forecast, json, new DecisionJson(json, messages, language));
        }
        return out.toByteArray();
    }

    private static void write(Forecast forecast, JsonGenerator json, DecisionJson answers) {
        json.writeStartObject();
        json.writeStringProperty("asOf", forecast.asOf().toString());
        json.writeStringProperty("until", forecast.until().toString());
        json.writeName("ruleset").writeStartObject();
        json.writeStringProperty("id", forecast.ruleset());
        json.writeStringProperty("version", forecast.version());
        json.writeEndObject();
        json.writeName("days").writeStartArray();
        for (Forecast.Day day : forecast.days()) {
            json.writeStartObject();
            json.writeStringProperty("day", day.day().toString());
            write("determinations", day.changes().determinations(), answers::determination, json);
            write("obligations", day.changes().obligations(), answers::obligation, json);
            write("alerts", day.changes().alerts(), answers::alert, json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static <A> void write(String list, AnswerChanges<A> changes, Consumer<A> answer, JsonGenerator json) {
        json.writeName(list).writeStartObject();
        json.writeName("added").writeStartArray();
        changes.added().forEach(answer);
        json.writeEndArray();
        json.writeName("removed").writeStartArray();
        changes.removed().forEach(answer);
        json.writeEndArray();
        json.writeName("changed").writeStartArray();
        for (AnswerChange<A> change : changes.changed()) {
            json.writeStartObject();
            json.writeName("fields").writeStartArray();
            change.fields().forEach(json::writeString);
            json.writeEndArray();
            json.writeName("before");
            answer.accept(change.before());
            json.writeName("after");
            answer.accept(change.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
