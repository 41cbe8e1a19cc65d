package cn.jinniu.bangban.scenario;

import cn.jinniu.bangban.ruleset.YamlItem;
import cn.jinniu.bangban.ruleset.YamlItem.YamlList;
import cn.jinniu.bangban.ruleset.YamlItem.YamlMap;
import cn.jinniu.bangban.ruleset.YamlItem.YamlText;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The JSON of a request that a scenario writes in YAML. Without quotes, {@code true}, {@code false}, {@code null} and
 * whole numbers are what they look like; anything else, and anything in quotes, is a string — days and months too.
 */
final class RequestJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private RequestJson() {}

    static byte[] of(YamlItem request) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            write(request, json);
        }
        return out.toByteArray();
    }

    private static void write(YamlItem item, JsonGenerator json) {
        if (item instanceof YamlMap map) {
            json.writeStartObject();
            map.entries().forEach((name, entry) -> {
                json.writeName(name);
                write(entry.value(), json);
            });
            json.writeEndObject();
        } else if (item instanceof YamlList list) {
            json.writeStartArray();
            list.items().forEach(element -> write(element, json));
            json.writeEndArray();
        } else if (item instanceof YamlText text) {
            write(text, json);
        }
    }

    private static void write(YamlText text, JsonGenerator json) {
        Object value = Scalars.value(text);
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof BigInteger number) {
            json.writeNumber(number);
        } else {
            json.writeString(text.value());
        }
    }
}
