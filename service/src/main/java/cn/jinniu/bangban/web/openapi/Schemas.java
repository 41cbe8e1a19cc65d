package cn.jinniu.bangban.web.openapi;

import cn.jinniu.bangban.text.Text;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pieces that schemas are made of. */
final class Schemas {
    private static final String DAY = "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$";
    private static final String NULL = "null";

    private Schemas() {}

    static Schema<?> ofType(String type) {
        JsonSchema schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }

    static Schema<?> string() {
        return ofType("string");
    }

    static Schema<?> day() {
        return string().format("date").pattern(DAY);
    }

    static Schema<?> month() {
        return string().pattern("^\\d{4}-(0[1-9]|1[0-2])$");
    }

    static Schema<?> integer(int min) {
        return ofType("integer").format("int32").minimum(BigDecimal.valueOf(min));
    }

    static Schema<?> list(Schema<?> element) {
        return ofType("array").items(element);
    }

    static Schema<?> words(Collection<String> words) {
        JsonSchema schema = new JsonSchema();
        schema.addType("string");
        schema.setEnum(new ArrayList<>(words));
        return schema;
    }

    /** One of these words, whose names the description lists. */
    static Schema<?> words(Text meaning, Map<String, Text> names) {
        return words(names.keySet()).description(both(meaning) + names(names));
    }

    static Schema<?> component(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    /** What the schema takes, and null. */
    static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            Schema<?> either = new JsonSchema().anyOf(List.of(component(nameOf(schema)), ofType(NULL)));
            return either.description(schema.getDescription());
        }
        Set<String> types = new LinkedHashSet<>(schema.getTypes());
        types.add(NULL);
        schema.setTypes(types);
        if (schema instanceof JsonSchema words && words.getEnum() != null) {
            List<@Nullable Object> values = new ArrayList<>(words.getEnum());
            values.add(null);
            words.setEnum(values);
        }
        return schema;
    }

    private static String nameOf(Schema<?> reference) {
        return reference.get$ref().substring(reference.get$ref().lastIndexOf('/') + 1);
    }

    /** An object with these members and no others, all of them given but for the optional ones. */
    static Schema<?> object(Map<String, Schema<?>> members, Set<String> optional) {
        Schema<?> object = ofType("object");
        members.forEach(object::addProperty);
        object.setRequired(members.keySet().stream()
                .filter(name -> !optional.contains(name))
                .toList());
        object.setAdditionalProperties(false);
        return object;
    }

    /** Chinese first, as everywhere. */
    static String both(Text text) {
        return text.zh() + " / " + text.en();
    }

    private static String names(Map<String, Text> names) {
        return names.entrySet().stream()
                .map(name -> "\n- `" + name.getKey() + "` " + both(name.getValue()))
                .collect(Collectors.joining("", "\n", ""));
    }
}
