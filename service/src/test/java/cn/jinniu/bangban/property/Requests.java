package cn.jinniu.bangban.property;

import cn.jinniu.bangban.reference.RandomRequests;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Random requests as JSON trees, and the parts of them that tests change. */
final class Requests {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Requests() {}

    static LongStream seeds(int cases) {
        return LongStream.range(0, cases);
    }

    /** The request of a seed; a fresh tree each time. */
    static ObjectNode of(long seed) {
        return (ObjectNode) MAPPER.readTree(RandomRequests.of(seed).json());
    }

    static LocalDate asOf(ObjectNode request) {
        return LocalDate.parse(request.get("asOf").stringValue());
    }

    /** The elements of a list; none where the field is left out or null. */
    static List<ObjectNode> elements(JsonNode parent, String field) {
        List<ObjectNode> elements = new ArrayList<>();
        parent.path(field).forEach(element -> elements.add((ObjectNode) element));
        return elements;
    }

    /** The list in a field, put there where the field is left out or null. */
    static ArrayNode list(ObjectNode parent, String field) {
        return parent.get(field) instanceof ArrayNode list ? list : parent.putArray(field);
    }

    /** Puts every list, however deep, into another order. */
    static void shuffle(JsonNode node, Random random) {
        if (node instanceof ArrayNode array) {
            List<JsonNode> elements = new ArrayList<>();
            array.forEach(elements::add);
            Collections.shuffle(elements, random);
            array.removeAll();
            elements.forEach(array::add);
        }
        node.forEach(child -> shuffle(child, random));
    }

    /** Keeps of a list the elements that pass. */
    static void keep(ObjectNode request, String field, Predicate<ObjectNode> test) {
        List<ObjectNode> elements = elements(request, field);
        ArrayNode list = list(request, field);
        list.removeAll();
        elements.stream().filter(test).forEach((Consumer<ObjectNode>) list::add);
    }

    /** The text in a field; empty where it is left out or null. */
    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
