package cn.jinniu.bangban.replay;

import cn.jinniu.bangban.replay.Finding.Difference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where two answers differ, for people: which answer by its name, and which field of it. */
final class Differences {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LISTED = 20;
    private static final int LONGEST = 400;

    private final List<Difference> listed = new ArrayList<>();
    private int more;

    private Differences() {}

    /**
     * All differences between answers that are not the same; never empty. Where none can be seen, they are in what was left
     * out of both.
     */
    static Differences of(byte[] recorded, byte[] now) {
        Differences differences = new Differences();
        try {
            differences.compare("", JSON.readTree(recorded), JSON.readTree(now));
        } catch (JacksonException e) {
            differences.add("", "not JSON: " + e.getOriginalMessage(), "JSON");
        }
        if (differences.listed.isEmpty()) {
            int at = Arrays.mismatch(recorded, now);
            differences.add(
                    "byte " + (at + 1), at < 0 ? "***" : around(recorded, at), at < 0 ? "***" : around(now, at));
        }
        return differences;
    }

    List<Difference> listed() {
        return List.copyOf(listed);
    }

    int more() {
        return more;
    }

    private void compare(String where, @Nullable JsonNode recorded, @Nullable JsonNode now) {
        if (recorded == null || now == null) {
            add(where, written(recorded), written(now));
        } else if (recorded.isObject() && now.isObject()) {
            Set<String> members = new LinkedHashSet<>(recorded.propertyNames());
            members.addAll(now.propertyNames());
            members.forEach(member -> compare(below(where, member), recorded.get(member), now.get(member)));
        } else if (isNamed(recorded) && isNamed(now)) {
            answers(where, recorded, now);
        } else if (!recorded.equals(now)) {
            add(where, written(recorded), written(now));
        }
    }

    private void answers(String where, JsonNode recorded, JsonNode now) {
        Map<String, JsonNode> was = byName(recorded);
        Map<String, JsonNode> is = byName(now);
        Set<String> names = new LinkedHashSet<>(was.keySet());
        names.addAll(is.keySet());
        int before = listed.size() + more;
        names.forEach(name -> compare(below(where, name), was.get(name), is.get(name)));
        if (listed.size() + more == before && !recorded.equals(now)) {
            add(where, "another order", "another order");
        }
    }

    private static boolean isNamed(JsonNode node) {
        return node.isArray()
                && node.valueStream().allMatch(one -> one.path("code").isString());
    }

    private static Map<String, JsonNode> byName(JsonNode answers) {
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        for (JsonNode answer : answers) {
            JsonNode subject = answer.path("subject");
            String name = answer.path("id")
                    .asString(answer.path("code").asString()
                            + ':'
                            + subject.path("type").asString("")
                            + ':'
                            + subject.path("id").asString(""));
            while (byName.containsKey(name)) {
                name += " (again)";
            }
            byName.put(name, answer);
        }
        return byName;
    }

    private static String below(String where, String member) {
        return where.isEmpty() ? member : where + ' ' + member;
    }

    private void add(String where, String recorded, String now) {
        if (listed.size() < LISTED) {
            listed.add(new Difference(where, recorded, now));
        } else {
            more++;
        }
    }

    private static String written(@Nullable JsonNode node) {
        String text = node == null ? "-" : node.isString() ? node.stringValue() : node.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + '…';
    }

    private static String around(byte[] bytes, int at) {
        int from = Math.max(0, at - 20);
        return new String(bytes, from, Math.min(40, bytes.length - from), StandardCharsets.UTF_8);
    }
}
