package cn.jinniu.bangban.scenario;

import cn.jinniu.bangban.scenario.Difference.FieldDifference;
import cn.jinniu.bangban.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares a decision with the whole decision a scenario expects: every answer, every field, in order. */
final class WholeComparison {
    /** Members that may differ without the decision differing. */
    private static final Set<String> FREE = Set.of("rule", "message");

    private final int line;
    private final List<Difference> differences = new ArrayList<>();

    private WholeComparison(int line) {
        this.line = line;
    }

    static List<Difference> compare(Expected.Whole expected, JsonNode decision) {
        WholeComparison comparison = new WholeComparison(expected.line());
        List<FieldDifference> day = comparison.fields(expected.decision(), decision, Set.of("asOf"));
        if (!day.isEmpty()) {
            comparison.differences.add(
                    new Difference(expected.line(), new Text("决定日与预期不同", "another day was decided for"), day));
        }
        for (Section section : Section.values()) {
            comparison.section(section, expected.decision().get(section.member()), decision.get(section.member()));
        }
        return comparison.differences;
    }

    private void section(Section section, JsonNode expected, JsonNode actual) {
        int before = differences.size();
        Map<String, JsonNode> wanted = byName(expected);
        Map<String, JsonNode> there = byName(actual);
        wanted.forEach((name, one) -> answer(section, name, one, there));
        for (String name : there.keySet()) {
            if (!wanted.containsKey(name)) {
                add(
                        "多出的" + section.singular().zh() + " " + name,
                        "unexpected " + section.singular().en() + " " + name);
            }
        }
        if (differences.size() == before && !List.copyOf(wanted.keySet()).equals(List.copyOf(there.keySet()))) {
            add(section.member() + " 的次序与预期不同", "the " + section.member() + " are in another order");
        }
    }

    private void answer(Section section, String name, JsonNode expected, Map<String, JsonNode> there) {
        JsonNode actual = there.get(name);
        if (actual == null) {
            add(
                    "没有这项" + section.singular().zh() + "：" + name,
                    "no such " + section.singular().en() + ": " + name);
            return;
        }
        Set<String> members = new LinkedHashSet<>(expected.propertyNames());
        members.addAll(actual.propertyNames());
        members.removeAll(FREE);
        List<FieldDifference> fields = fields(expected, actual, members);
        if (!fields.isEmpty()) {
            differences.add(new Difference(
                    line,
                    new Text(
                            section.singular().zh() + " " + name + " 与预期不同",
                            section.singular().en() + " " + name + " is not as expected"),
                    fields));
        }
    }

    private List<FieldDifference> fields(JsonNode expected, JsonNode actual, Set<String> members) {
        List<FieldDifference> fields = new ArrayList<>();
        for (String member : members) {
            JsonNode wanted = expected.get(member);
            JsonNode there = actual.get(member);
            if (wanted == null || !wanted.equals(there)) {
                fields.add(new FieldDifference(member, Matching.written(wanted), Matching.written(there)));
            }
        }
        return fields;
    }

    private void add(String zh, String en) {
        differences.add(new Difference(line, new Text(zh, en)));
    }

    private static Map<String, JsonNode> byName(JsonNode answers) {
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        answers.forEach(answer -> byName.put(AnswersComparison.name(answer), answer));
        return byName;
    }
}
