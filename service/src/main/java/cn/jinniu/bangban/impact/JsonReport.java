package cn.jinniu.bangban.impact;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** An impact for programs: one JSON object, the summary first, then every change. */
public final class JsonReport {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private JsonReport() {}

    /** @param out flushed, not closed */
    public static void write(Side before, Side after, ImpactSummary summary, ChangedCases cases, OutputStream out)
            throws IOException {
        Names names = new Names(before, after);
        try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            side(json, "before", before);
            side(json, "after", after);
            json.writeName("summary");
            json.writePOJO(SummaryView.of(summary, names));
            json.writeName("changed");
            json.writeStartArray();
            cases.forEach(json::writePOJO);
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void side(JsonGenerator json, String name, Side side) {
        json.writeName(name);
        json.writeStartObject();
        json.writeStringProperty("label", side.label());
        json.writeStringProperty("version", side.version());
        json.writeEndObject();
    }
}
