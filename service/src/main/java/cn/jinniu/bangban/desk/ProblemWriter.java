package cn.jinniu.bangban.desk;

import cn.jinniu.bangban.facts.FactError;
import cn.jinniu.bangban.text.Language;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes problems as {@code application/problem+json}: compact, UTF-8. */
public final class ProblemWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ProblemWriter() {}

    /** @param instance path of the request the problem is about, null where there is none */
    public static byte[] bytes(Problem problem, Language language, @Nullable String instance) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            write(json, problem, language, instance);
        }
        return out.toByteArray();
    }

    /** A line of NDJSON that stands for the answer to a line that has none. */
    public static byte[] line(long number, Problem problem, Language language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeNumberProperty("line", number);
            json.writeName("problem");
            write(json, problem, language, null);
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, Problem problem, Language language, @Nullable String instance) {
        json.writeStartObject();
        json.writeStringProperty("type", problem.type());
        json.writeStringProperty("title", problem.title().in(language));
        json.writeNumberProperty("status", problem.status());
        json.writeStringProperty("detail", problem.detail().in(language));
        if (instance != null) {
            json.writeStringProperty("instance", instance);
        }
        if (!problem.errors().isEmpty()) {
            json.writeName("errors");
            json.writeStartArray();
            for (FactError error : problem.errors()) {
                json.writeStartObject();
                json.writeStringProperty("pointer", error.pointer());
                json.writeStringProperty("code", error.code().name());
                json.writeStringProperty("message", error.message().in(language));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
