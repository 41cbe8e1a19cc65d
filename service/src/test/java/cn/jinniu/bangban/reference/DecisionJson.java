package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Severity;
import cn.jinniu.bangban.decision.Status;
import cn.jinniu.bangban.decision.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a decision's JSON back into records, as far as the records are in it. */
public final class DecisionJson {
    private DecisionJson() {}

    /** {@code rule} is empty when the JSON has none; an alert's {@code unit} is what its id has behind its subject. */
    public static Decision parse(String json) {
        JsonNode node = CaseFileJson.MAPPER.readTree(json);
        List<Determination> determinations = new ArrayList<>();
        node.get("determinations").forEach(element -> determinations.add(determination(element)));
        Map<String, Obligation> obligations = new HashMap<>();
        List<Obligation> inOrder = new ArrayList<>();
        for (JsonNode element : node.get("obligations")) {
            Obligation obligation = obligation(element);
            obligations.put(obligation.id(), obligation);
            inOrder.add(obligation);
        }
        List<Alert> alerts = new ArrayList<>();
        node.get("alerts").forEach(element -> alerts.add(alert(element, obligations)));
        JsonNode ruleset = node.path("ruleset");
        return new Decision(
                LocalDate.parse(node.get("asOf").stringValue()),
                ruleset.path("id").asString(""),
                ruleset.path("version").asString(""),
                determinations,
                inOrder,
                alerts);
    }

    private static Determination determination(JsonNode node) {
        JsonNode value = node.get("value");
        Object found = value.isBoolean() ? (Object) value.booleanValue() : value.isNull() ? null : value.stringValue();
        return new Determination(
                text(node, "code"),
                subject(node),
                found,
                Objects.requireNonNull(texts(node, "grounds")),
                text(node, "clause"),
                node.path("rule").asString(""));
    }

    private static Obligation obligation(JsonNode node) {
        return new Obligation(
                text(node, "id"),
                text(node, "code"),
                text(node, "clause"),
                node.path("rule").asString(""),
                text(node, "bearer"),
                text(node, "assignee"),
                subject(node),
                text(node, "period"),
                date(node, "due"),
                Status.valueOf(text(node, "status")),
                date(node, "fulfilledOn"),
                node.get("daysLate").intValue(),
                texts(node, "attendees"),
                node.get("provisional").booleanValue());
    }

    private static Alert alert(JsonNode node, Map<String, Obligation> obligations) {
        String id = text(node, "id");
        String code = text(node, "code");
        Subject subject = subject(node);
        String obligation = text(node, "obligation");
        String ofSubject = code + ':' + subject.type() + ':' + subject.id() + ':';
        return new Alert(
                id,
                code,
                Severity.valueOf(text(node, "severity")),
                Objects.requireNonNull(texts(node, "addressees")),
                subject,
                obligation == null && id.startsWith(ofSubject) ? id.substring(ofSubject.length()) : null,
                obligation == null ? null : Objects.requireNonNull(obligations.get(obligation), obligation),
                text(node, "clause"),
                "");
    }

    private static Subject subject(JsonNode node) {
        JsonNode subject = node.get("subject");
        return new Subject(text(subject, "type"), text(subject, "id"), null);
    }

    private static @Nullable List<String> texts(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value.isNull()) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        value.forEach(element -> texts.add(element.stringValue()));
        return texts;
    }

    /** The field must be there, be it null. */
    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = Objects.requireNonNull(node.get(field), () -> "no " + field + " in " + node);
        return value.isNull() ? null : value.stringValue();
    }

    private static @Nullable LocalDate date(JsonNode node, String field) {
        String text = text(node, field);
        return text == null ? null : LocalDate.parse(text);
    }
}
