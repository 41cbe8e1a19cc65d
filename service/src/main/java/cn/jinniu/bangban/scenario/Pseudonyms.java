package cn.jinniu.bangban.scenario;

import cn.jinniu.bangban.facts.CodePoints;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Other names for the persons, projects and records of one request; units keep theirs. The same request gets the same
 * names. They sort as the true ones do, for where two are alike in everything else the smaller id counts, and answers are
 * listed by ids.
 */
public final class Pseudonyms {
    private static final String PROJECTS = "projects";
    private static final String PERSONS = "commissioner";

    /** Lists of a request, what their ids begin with now, and what a subject of that kind is called. */
    private enum Kind {
        PROJECT(PROJECTS, "JN", "project"),
        APPOINTMENT("appointments", "A", ""),
        CONTACT("ownerContacts", "C", ""),
        REQUEST("serviceRequests", "Q", "serviceRequest"),
        APPROVAL("approvals", "SP", "approval"),
        DIFFICULTY("difficulties", "K", "difficulty"),
        REPORT("reports", "R", "report"),
        VISIT("followUpVisits", "V", "followUpVisit"),
        TRAINING("trainings", "T", "training");

        final String list;
        final String prefix;
        final String subject;

        Kind(String list, String prefix, String subject) {
            this.list = list;
            this.prefix = prefix;
            this.subject = subject;
        }
    }

    private final Map<String, SortedMap<String, String>> bySubject = new HashMap<>();
    private final Map<String, SortedMap<String, String>> byList = new LinkedHashMap<>();
    private final SortedMap<String, String> persons;

    /** @param request facts that can be decided */
    public Pseudonyms(JsonNode request) {
        for (Kind kind : Kind.values()) {
            SortedSet<String> ids = new TreeSet<>(CodePoints.ORDER);
            of(request, kind.list).forEach(one -> ids.add(one.path("id").asString("")));
            SortedMap<String, String> names = numbered(ids, kind.prefix);
            byList.put(kind.list, names);
            bySubject.put(kind.subject, names);
        }
        SortedSet<String> people = new TreeSet<>(CodePoints.ORDER);
        Stream.of("appointments", "ownerContacts", "serviceRequests", "reports", "followUpVisits")
                .flatMap(list -> of(request, list).stream())
                .flatMap(one -> Stream.of(one.path(PERSONS), one.path("visitor")))
                .filter(JsonNode::isString)
                .forEach(person -> people.add(person.stringValue()));
        persons = people(people);
        bySubject.put(PERSONS, persons);
        bySubject.remove("");
    }

    private static List<JsonNode> of(JsonNode request, String list) {
        JsonNode there = request.path(list).isArray()
                ? request.path(list)
                : request.path("district").path(list);
        return there.valueStream().toList();
    }

    private static SortedMap<String, String> numbered(SortedSet<String> ids, String prefix) {
        int width = Math.max(2, Integer.toString(ids.size()).length());
        SortedMap<String, String> names = new TreeMap<>(CodePoints.ORDER);
        for (String id : ids) {
            names.put(id, String.format(Locale.ROOT, "%s-%0" + width + "d", prefix, names.size() + 1));
        }
        return names;
    }

    private static SortedMap<String, String> people(SortedSet<String> ids) {
        List<String> all = PseudonymWords.people();
        if (ids.size() > all.size()) {
            return numbered(ids, "person");
        }
        SortedMap<String, String> names = new TreeMap<>(CodePoints.ORDER);
        for (String id : ids) {
            names.put(id, all.get(names.size() * all.size() / ids.size()));
        }
        return names;
    }

    /** A request with the other names; what is null in it is left out. */
    public ObjectNode request(ObjectNode request) {
        ObjectNode other = request.deepCopy();
        prune(other);
        byList.forEach((list, names) -> {
            int[] number = {0};
            of(other, list).forEach(one -> rename((ObjectNode) one, list, names, number[0]++));
        });
        return other;
    }

    private void rename(ObjectNode one, String list, Map<String, String> names, int number) {
        replace(one, "id", names);
        replace(one, "project", byList.getOrDefault(PROJECTS, new TreeMap<>()));
        replace(one, "report", byList.getOrDefault(Kind.REPORT.list, new TreeMap<>()));
        replace(one, PERSONS, persons);
        replace(one, "visitor", persons);
        if (one.has("name")) {
            one.put("name", list.equals(PROJECTS) ? PseudonymWords.project(number) : PseudonymWords.approval(number));
        }
        if (one.has("code")) {
            one.put("code", PseudonymWords.code(number));
        }
    }

    private static void replace(ObjectNode one, String member, Map<String, String> names) {
        JsonNode value = one.get(member);
        if (value != null && value.isString()) {
            one.put(member, names.getOrDefault(value.stringValue(), value.stringValue()));
        }
    }

    private static void prune(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> empty = new ArrayList<>();
            object.properties().forEach(entry -> {
                if (entry.getValue().isNull()) {
                    empty.add(entry.getKey());
                }
            });
            empty.forEach(object::remove);
        }
        node.forEach(Pseudonyms::prune);
    }

    /** A decision with the other names, without its id and its sentences. */
    public ObjectNode decision(ObjectNode decision) {
        ObjectNode other = decision.deepCopy();
        other.remove("decisionId");
        Map<String, String> obligations = new HashMap<>();
        for (JsonNode obligation : other.path("obligations")) {
            String id = obligation.path("id").asString("");
            rename((ObjectNode) obligation);
            obligations.put(id, obligation.path("id").asString(""));
        }
        other.path("determinations").forEach(one -> rename((ObjectNode) one));
        other.path("alerts").forEach(one -> alert((ObjectNode) one, obligations));
        return other;
    }

    private void rename(ObjectNode answer) {
        answer.remove("message");
        replace(answer, "assignee", persons);
        if (answer.get("subject") instanceof ObjectNode subject) {
            String type = subject.path("type").asString("");
            String old = subject.path("id").asString("");
            String now = bySubject.getOrDefault(type, new TreeMap<>()).getOrDefault(old, old);
            subject.put("id", now);
            String before = ':' + type + ':' + old;
            String id = answer.path("id").asString("");
            int at = id.indexOf(before);
            if (at >= 0) {
                answer.put("id", id.substring(0, at) + ':' + type + ':' + now + id.substring(at + before.length()));
            }
        }
    }

    private void alert(ObjectNode alert, Map<String, String> obligations) {
        String of = alert.path("obligation").asString(null);
        rename(alert);
        if (of != null && obligations.containsKey(of)) {
            alert.put("obligation", obligations.get(of));
            alert.put("id", alert.path("code").asString("") + ':' + obligations.get(of));
        }
    }

    /** A decision as {@link #decision} gives it, of the request with the other names. */
    public static ObjectNode told(ObjectNode decision) {
        ObjectNode other = decision.deepCopy();
        other.remove("decisionId");
        for (JsonNode section : other) {
            if (section instanceof ArrayNode answers) {
                answers.forEach(one -> ((ObjectNode) one).remove("message"));
            }
        }
        return other;
    }
}
