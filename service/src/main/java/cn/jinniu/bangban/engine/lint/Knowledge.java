package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.engine.lint.Pattern.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who gives which facts, and what being given one implies. */
final class Knowledge {
    private final Types types;
    private final GivenFacts given;
    private final List<RuleShape> rules;
    private final Map<RuleShape, List<String>> gives;
    private final Set<String> inserted = new HashSet<>();
    private final Map<String, Set<String>> implied = new HashMap<>();

    /** @param lost types that broken pieces give, as far as that can be told */
    Knowledge(
            Types types,
            GivenFacts given,
            List<RuleShape> rules,
            Map<RuleShape, List<String>> gives,
            Set<String> lost) {
        this.types = types;
        this.given = given;
        this.rules = rules;
        this.gives = gives;
        gives.values().forEach(names -> names.forEach(name -> inserted.add(simple(name))));
        lost.forEach(name -> inserted.add(simple(name)));
    }

    static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    List<String> givenBy(RuleShape rule) {
        return gives.getOrDefault(rule, List.of()).stream()
                .map(Knowledge::simple)
                .toList();
    }

    /** Whether facts that match a pattern's type can be there at all. */
    boolean isGiven(Pattern pattern) {
        if (!pattern.type().isKnown()) {
            return true;
        }
        Class<?> wanted = pattern.type().type();
        String declared = pattern.type().declared();
        if (wanted != null && given.all().stream().anyMatch(wanted::isAssignableFrom)) {
            return true;
        }
        for (String name : inserted) {
            if (wanted != null) {
                Class<?> type = Types.classOf(name);
                if (type != null && !types.isDeclared(name) && wanted.isAssignableFrom(type)) {
                    return true;
                }
            } else if (derives(name, declared)) {
                return true;
            }
        }
        return false;
    }

    private boolean derives(String name, String from) {
        String at = name;
        for (int depth = 0; at != null && depth < 10; depth++) {
            if (at.equals(from)) {
                return true;
            }
            at = types.parentOf(at);
        }
        return false;
    }

    boolean isSingle(Pattern pattern) {
        return pattern.type().type() != null
                && given.single().contains(pattern.type().type());
    }

    /** Whether there are only few facts of a pattern's type, so that putting them beside others is no product. */
    boolean isFew(Pattern pattern) {
        return isFew(pattern.type().type(), simple(pattern.typeName()), 0);
    }

    private boolean isFew(@Nullable Class<?> type, String name, int depth) {
        if (type != null && (given.single().contains(type) || given.few().contains(type))) {
            return true;
        }
        if (depth > 5 || type != null && given.all().contains(type)) {
            return false;
        }
        List<RuleShape> givers = givers(name);
        return !givers.isEmpty()
                && givers.stream()
                        .allMatch(rule -> rule.patterns().stream()
                                .filter(pattern -> pattern.role() == Role.EACH)
                                .allMatch(pattern ->
                                        isFew(pattern.type().type(), simple(pattern.typeName()), depth + 1)));
    }

    List<RuleShape> givers(String name) {
        return rules.stream().filter(rule -> givenBy(rule).contains(name)).toList();
    }

    /** The types of facts that must be there whenever one of a type is: what all rules that give it read. */
    Set<String> implied(String name) {
        Set<String> known = implied.get(name);
        if (known != null) {
            return known;
        }
        implied.put(name, Set.of()); // ends circles
        Set<String> all = null;
        for (RuleShape giver : givers(name)) {
            Set<String> its = new HashSet<>();
            for (String read : read(giver)) {
                its.add(read);
                its.addAll(implied(read));
            }
            if (all == null) {
                all = its;
            } else {
                all.retainAll(its);
            }
        }
        Set<String> result = all == null ? Set.of() : Set.copyOf(all);
        implied.put(name, result);
        return result;
    }

    /** The types of facts that a rule asks to be there, or gathers. */
    static Set<String> read(RuleShape rule) {
        return rule.patterns().stream()
                .filter(pattern -> pattern.matchesFacts() && pattern.role() != Role.NONE && pattern.role() != Role.ALL)
                .map(pattern -> simple(pattern.typeName()))
                .collect(Collectors.toSet());
    }

    /** The types of facts that a rule asks not to be there. */
    static Set<String> absent(RuleShape rule) {
        return rule.patterns().stream()
                .filter(pattern -> pattern.matchesFacts() && pattern.role() == Role.NONE)
                .map(pattern -> simple(pattern.typeName()))
                .collect(Collectors.toSet());
    }
}
