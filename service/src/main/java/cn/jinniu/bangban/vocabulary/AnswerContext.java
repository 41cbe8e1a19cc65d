package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.text.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What answering needs to know of a ruleset. Immutable.
 *
 * @param origins of each rule, by the number woven into it
 * @param units the directory
 * @param grounds of each determination's code, in the order answers name them
 * @param obligations the codes of obligations
 * @param alerts the codes of alerts
 */
public record AnswerContext(
        List<RuleOrigin> origins,
        Map<String, Unit> units,
        Map<String, List<String>> grounds,
        Set<String> obligations,
        Set<String> alerts) {

    public AnswerContext {
        origins = List.copyOf(origins);
        units = Literals.map(units);
        grounds = Literals.map(grounds);
        obligations = Literals.set(obligations);
        alerts = Literals.set(alerts);
    }

    RuleOrigin origin(int rule) {
        return origins.get(rule);
    }

    Unit unit(String id) {
        Unit unit = units.get(id);
        if (unit == null) {
            throw new IllegalArgumentException("the directory has no unit " + id);
        }
        return unit;
    }

    String knownObligation(String code) {
        return known(obligations, code, "obligation");
    }

    String knownAlert(String code) {
        return known(alerts, code, "alert");
    }

    String knownDetermination(String code) {
        return grounds.containsKey(code) ? code : known(Set.of(), code, "determination");
    }

    private static String known(Set<String> codes, String code, String what) {
        if (!codes.contains(code)) {
            throw new IllegalArgumentException("the catalogue has no " + what + " " + code);
        }
        return code;
    }

    List<String> inOrder(String determination, List<String> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        List<String> known = grounds.getOrDefault(determination, List.of());
        List<String> ordered = new ArrayList<>(found.size());
        for (String each : known) {
            if (found.contains(each)) {
                ordered.add(each);
            }
        }
        if (ordered.size() != found.size()) {
            throw new IllegalArgumentException(
                    "the catalogue does not have all of the grounds " + found + " for " + determination);
        }
        return List.copyOf(ordered);
    }
}
