package cn.jinniu.bangban.scenario;

import cn.jinniu.bangban.ruleset.YamlItem;
import cn.jinniu.bangban.ruleset.YamlItem.YamlMap;
import cn.jinniu.bangban.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Compares a decision with the answers a scenario expects to find in it, and to find nowhere in it. */
final class AnswersComparison {
    private final JsonNode decision;
    private final List<Difference> differences = new ArrayList<>();

    private AnswersComparison(JsonNode decision) {
        this.decision = decision;
    }

    static List<Difference> compare(Expected.Answers expected, JsonNode decision) {
        AnswersComparison comparison = new AnswersComparison(decision);
        expected.answers().forEach((section, wanted) -> comparison.section(section, wanted, expected));
        expected.none().forEach(comparison::none);
        return comparison.differences;
    }

    private void section(Section section, List<YamlMap> wanted, Expected.Answers expected) {
        List<JsonNode> actual = decision.get(section.member()).valueStream().toList();
        List<JsonNode> others = new ArrayList<>(actual);
        for (YamlMap one : wanted) {
            others.removeAll(found(section, one, actual));
        }
        if (expected.closed().contains(section)) {
            for (JsonNode other : others) {
                differences.add(new Difference(
                        expected.line(),
                        new Text(
                                "多出的" + section.singular().zh() + " " + name(other),
                                "unexpected " + section.singular().en() + " " + name(other))));
            }
        }
    }

    /** The answers that a wanted one takes up, with a difference added unless it is found as wanted. */
    private List<JsonNode> found(Section section, YamlMap wanted, List<JsonNode> actual) {
        List<JsonNode> whole =
                actual.stream().filter(one -> Matching.matches(wanted, one)).toList();
        if (whole.size() == 1) {
            return whole;
        }
        if (whole.size() > 1) {
            differences.add(new Difference(
                    wanted.place().line(),
                    new Text(
                            whole.size() + " 项" + section.singular().zh() + "都符合 " + Matching.written(wanted)
                                    + "；请写得更具体，例如加上 id",
                            whole.size() + " " + section.member() + " are like " + Matching.written(wanted)
                                    + "; say which is meant, for example by its id")));
            return whole;
        }
        List<JsonNode> meant = actual.stream()
                .filter(one -> Matching.matches(wanted, section.identifying(), one))
                .toList();
        if (meant.size() == 1) {
            JsonNode one = meant.get(0);
            differences.add(new Difference(
                    wanted.place().line(),
                    new Text(
                            section.singular().zh() + " " + name(one) + " 与预期不同",
                            section.singular().en() + " " + name(one) + " is not as expected"),
                    Matching.differences(wanted, one)));
            return meant;
        }
        missing(section, wanted, meant.isEmpty() ? actual : meant);
        return List.of();
    }

    private void missing(Section section, YamlMap wanted, List<JsonNode> candidates) {
        Text what = new Text(
                "没有这项" + section.singular().zh() + "：" + Matching.written(wanted),
                "no such " + section.singular().en() + ": " + Matching.written(wanted));
        String code = code(wanted);
        JsonNode nearest = candidates.stream()
                .filter(one -> one.get("code").stringValue().equals(code))
                .min(Comparator.comparingInt(
                        one -> Matching.differences(wanted, one).size()))
                .orElse(null);
        if (nearest == null) {
            differences.add(new Difference(wanted.place().line(), what));
        } else {
            differences.add(new Difference(
                    wanted.place().line(),
                    new Text(what.zh() + "；最接近的是 " + name(nearest), what.en() + "; the nearest is " + name(nearest)),
                    Matching.differences(wanted, nearest)));
        }
    }

    private void none(YamlMap unwanted) {
        for (Section section : Section.values()) {
            if (!unwanted.entries().keySet().stream().allMatch(section::knows)) {
                continue;
            }
            for (JsonNode one : decision.get(section.member())) {
                if (Matching.matches(unwanted, one)) {
                    differences.add(new Difference(
                            unwanted.place().line(),
                            new Text(
                                    "不应有的" + section.singular().zh() + " " + name(one) + "（none: "
                                            + Matching.written(unwanted) + "）",
                                    "the " + section.singular().en() + " " + name(one) + " should not be there (none: "
                                            + Matching.written(unwanted) + ")")));
                }
            }
        }
    }

    /** The code an expectation is about: its own, or the one its id begins with. */
    static String code(YamlMap wanted) {
        YamlItem.Entry code = wanted.entries().get("code");
        if (code != null) {
            return Matching.written(code.value());
        }
        YamlItem.Entry id = wanted.entries().get("id");
        String written = id == null ? "" : Matching.written(id.value());
        int colon = written.indexOf(':');
        return colon < 0 ? written : written.substring(0, colon);
    }

    /** What an answer is called: its id, or its code and subject where it has none. */
    static String name(JsonNode answer) {
        JsonNode id = answer.get("id");
        if (id != null) {
            return Matching.written(id);
        }
        JsonNode subject = answer.get("subject");
        return Matching.written(answer.get("code"))
                + (subject == null
                        ? ""
                        : ":" + Matching.written(subject.get("type")) + ":" + Matching.written(subject.get("id")));
    }
}
