package cn.jinniu.bangban.explain;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.explain.model.Change;
import cn.jinniu.bangban.facts.Reading;
import cn.jinniu.bangban.reference.ReferenceData;
import cn.jinniu.bangban.reference.ReferenceDecider;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes requests as a reader of an explanation would, and decides them by the reference implementation. */
final class ChangedRequest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final DecisionDesk DESK = new DecisionDesk(ShippedRules.RULESET);
    private static final ReferenceDecider REFERENCE = ReferenceData.decider();
    private static final LocalDate UNUSED_TODAY = LocalDate.of(2000, 1, 1);

    private ChangedRequest() {}

    static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }

    /** The request with all of some changes, made one after another. */
    static String with(String json, List<Change> changes) {
        JsonNode request = MAPPER.readTree(json);
        for (Change change : changes) {
            int slash = change.pointer().lastIndexOf('/');
            String last = change.pointer().substring(slash + 1);
            JsonNode parent = parent(request, change.pointer().substring(0, slash), last);
            if (parent instanceof ArrayNode list && last.equals("-")) {
                list.add(MAPPER.<JsonNode>valueToTree(change.to()));
            } else if (parent instanceof ArrayNode list && change.to() == null) {
                list.remove(Integer.parseInt(last));
            } else if (parent instanceof ArrayNode list) {
                list.set(Integer.parseInt(last), MAPPER.<JsonNode>valueToTree(change.to()));
            } else if (change.to() == null) {
                ((ObjectNode) parent).remove(last);
            } else {
                ((ObjectNode) parent).set(last, MAPPER.valueToTree(change.to()));
            }
        }
        return request.toString();
    }

    private static JsonNode parent(JsonNode request, String pointer, String last) {
        JsonNode there = request.at(JsonPointer.compile(pointer));
        if (there.isMissingNode() || there.isNull()) {
            int slash = pointer.lastIndexOf('/');
            JsonNode made = last.equals("-") ? MAPPER.createArrayNode() : MAPPER.createObjectNode();
            ((ObjectNode) request.at(JsonPointer.compile(pointer.substring(0, slash))))
                    .set(pointer.substring(slash + 1), made);
            return made;
        }
        return there;
    }

    /** What the reference implementation decides; null for a request that cannot be decided. */
    static @Nullable Decision reference(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return DESK.read(bytes, UNUSED_TODAY) instanceof Reading.Facts read ? REFERENCE.decide(read.facts()) : null;
    }
}
