package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.replay.Audit;
import cn.jinniu.bangban.replay.Tallies.OfClause;
import cn.jinniu.bangban.replay.Tallies.OfDay;
import cn.jinniu.bangban.replay.Tallies.OfUnit;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** How the replay of a log came out, for programs: one JSON object, the numbers first, then every finding. */
final class LogReplayJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private LogReplayJson() {}

    static void write(Audit audit, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("log", audit.log());
            json.writeNumberProperty("replayed", audit.tallies().replayed());
            json.writeNumberProperty("equal", audit.tallies().equal());
            json.writeNumberProperty("equalWithoutNames", audit.tallies().withoutNames());
            json.writeNumberProperty("findings", audit.found());
            json.writePOJOProperty("byKind", audit.tallies().kinds());
            json.writePOJOProperty("rulesets", audit.versions());
            json.writeName("clauses");
            json.writeStartArray();
            for (Audit.Row row : audit.clauses()) {
                row(json, "clause", row, OfClause.values());
            }
            json.writeEndArray();
            json.writeName("units");
            json.writeStartArray();
            for (Audit.Row row : audit.units()) {
                row(json, "unit", row, OfUnit.values());
            }
            json.writeEndArray();
            json.writeName("days");
            json.writeStartArray();
            for (var day : audit.tallies().days().entrySet()) {
                json.writeStartObject();
                json.writeStringProperty("day", day.getKey());
                counts(json, day.getValue(), OfDay.values());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeName("found");
            json.writeStartArray();
            audit.findings().forEach(json::writePOJO);
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void row(JsonGenerator json, String key, Audit.Row row, Enum<?>... names) {
        json.writeStartObject();
        json.writeStringProperty(key, row.key());
        json.writePOJOProperty("name", row.name());
        counts(json, row.counts(), names);
        json.writeEndObject();
    }

    private static void counts(JsonGenerator json, long[] counts, Enum<?>... names) {
        for (Enum<?> name : names) {
            json.writeNumberProperty(camel(name.name()), counts[name.ordinal()]);
        }
    }

    /** As members are written: {@code DAYS_OVERDUE} is {@code daysOverdue}. */
    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.toLowerCase(Locale.ROOT).split("_")) {
            camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }
}
