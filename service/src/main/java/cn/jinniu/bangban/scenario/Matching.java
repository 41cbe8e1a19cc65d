package cn.jinniu.bangban.scenario;

import cn.jinniu.bangban.ruleset.YamlItem;
import cn.jinniu.bangban.ruleset.YamlItem.Entry;
import cn.jinniu.bangban.ruleset.YamlItem.YamlList;
import cn.jinniu.bangban.ruleset.YamlItem.YamlMap;
import cn.jinniu.bangban.ruleset.YamlItem.YamlText;
import cn.jinniu.bangban.scenario.Difference.FieldDifference;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether an answer is as a scenario writes it. A map asks for the fields it names and no others; a list asks for exactly
 * its elements, in order; a text without quotes also stands for a string that reads the same, so that periods and clause
 * numbers need no quotes.
 */
final class Matching {
    private Matching() {}

    static boolean matches(YamlItem wanted, @Nullable JsonNode actual) {
        if (actual == null) {
            return false;
        }
        if (wanted instanceof YamlMap map) {
            return actual.isObject()
                    && map.entries().entrySet().stream()
                            .allMatch(entry ->
                                    matches(entry.getKey(), entry.getValue().value(), actual.get(entry.getKey())));
        }
        if (wanted instanceof YamlList list) {
            if (!actual.isArray() || actual.size() != list.items().size()) {
                return false;
            }
            for (int i = 0; i < actual.size(); i++) {
                if (!matches(list.items().get(i), actual.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return matches((YamlText) wanted, actual);
    }

    /** A rule may be named by the Chinese half of its name alone. */
    private static boolean matches(String field, YamlItem wanted, @Nullable JsonNode actual) {
        return matches(wanted, actual)
                || field.equals("rule")
                        && wanted instanceof YamlText text
                        && actual != null
                        && actual.isString()
                        && actual.stringValue().startsWith(text.value() + " / ");
    }

    private static boolean matches(YamlText wanted, JsonNode actual) {
        if (actual.isString()) {
            return !wanted.isNull() && wanted.value().equals(actual.stringValue());
        }
        Object value = Scalars.value(wanted);
        if (value == null) {
            return actual.isNull();
        }
        if (value instanceof Boolean truth) {
            return actual.isBoolean() && actual.booleanValue() == truth;
        }
        return value instanceof BigInteger number
                && actual.isIntegralNumber()
                && actual.bigIntegerValue().equals(number);
    }

    /** Whether those of the fields that the scenario names are as it names them. */
    static boolean matches(YamlMap wanted, List<String> fields, JsonNode actual) {
        return wanted.entries().entrySet().stream()
                .filter(entry -> fields.contains(entry.getKey()))
                .allMatch(entry -> matches(entry.getKey(), entry.getValue().value(), actual.get(entry.getKey())));
    }

    /** The wanted fields that are otherwise. */
    static List<FieldDifference> differences(YamlMap wanted, JsonNode actual) {
        List<FieldDifference> found = new ArrayList<>();
        differences("", wanted, actual, found);
        return found;
    }

    private static void differences(String path, YamlMap wanted, JsonNode actual, List<FieldDifference> found) {
        for (Map.Entry<String, Entry> field : wanted.entries().entrySet()) {
            YamlItem value = field.getValue().value();
            JsonNode there = actual.get(field.getKey());
            String name = path + field.getKey();
            if (value instanceof YamlMap map && there != null && there.isObject()) {
                differences(name + ".", map, there, found);
            } else if (!matches(field.getKey(), value, there)) {
                found.add(new FieldDifference(name, written(value), written(there)));
            }
        }
    }

    /** As a person would write it in one line. */
    static String written(YamlItem item) {
        if (item instanceof YamlMap map) {
            return map.entries().entrySet().stream()
                    .map(entry ->
                            entry.getKey() + ": " + written(entry.getValue().value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (item instanceof YamlList list) {
            return list.items().stream().map(Matching::written).collect(Collectors.joining(", ", "[", "]"));
        }
        YamlText text = (YamlText) item;
        return text.isNull() ? "null" : text.value();
    }

    /** As a person would write it in one line. */
    static String written(@Nullable JsonNode node) {
        if (node == null) {
            return "-";
        }
        if (node.isObject()) {
            return node.properties().stream()
                    .map(entry -> entry.getKey() + ": " + written(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node.isArray()) {
            return node.valueStream().map(Matching::written).collect(Collectors.joining(", ", "[", "]"));
        }
        return node.isString() ? node.stringValue() : node.toString();
    }
}
