package cn.jinniu.bangban.web;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Looks into JSON. */
final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }

    static JsonNode tree(HttpResponse<byte[]> response) {
        return MAPPER.readTree(response.body());
    }

    /** Without white space, members in the order they have. */
    static String compact(JsonNode tree) {
        return MAPPER.writeValueAsString(tree);
    }

    /** Names of an object's members, in order. */
    static List<String> names(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }

    static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    /** A decision without what may differ: its id, the ruleset, names of rules and wording of messages. */
    static JsonNode exactPart(JsonNode decision) {
        ObjectNode exact = (ObjectNode) decision.deepCopy();
        exact.remove(List.of("decisionId", "ruleset"));
        for (String list : List.of("determinations", "obligations", "alerts")) {
            exact.path(list).forEach(answer -> ((ObjectNode) answer).remove(List.of("rule", "message")));
        }
        return exact;
    }
}
