package cn.jinniu.bangban.engine.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two demands that cannot both be met.
 *
 * @param one the earlier
 * @param other the later; the same as {@code one} where that alone cannot be met
 */
record Contradiction(Atom one, Atom other) {

    /** One among demands that must hold together; null where none is found. */
    static @Nullable Contradiction among(List<Atom> atoms) {
        Map<String, List<Atom>> byPath = new LinkedHashMap<>();
        atoms.forEach(atom ->
                byPath.computeIfAbsent(atom.path(), path -> new ArrayList<>()).add(atom));
        for (List<Atom> same : byPath.values()) {
            Contradiction found = ofOne(same);
            if (found != null) {
                return found;
            }
        }
        // What is nothing has no fields.
        for (Atom nothing : atoms) {
            if (nothing.isNull()) {
                for (Atom other : atoms) {
                    if (other.path().startsWith(nothing.path() + ".") && other.demandsValue()) {
                        return inOrder(nothing, other);
                    }
                }
            }
        }
        return null;
    }

    private static Contradiction inOrder(Atom a, Atom b) {
        return a.start() <= b.start() ? new Contradiction(a, b) : new Contradiction(b, a);
    }

    private static @Nullable Contradiction ofOne(List<Atom> atoms) {
        for (int i = 0; i < atoms.size(); i++) {
            Atom a = atoms.get(i);
            if (a.primitive() && a.isNull()) {
                return new Contradiction(a, a);
            }
            for (int j = i + 1; j < atoms.size(); j++) {
                if (oppose(a, atoms.get(j)) || oppose(atoms.get(j), a)) {
                    return inOrder(a, atoms.get(j));
                }
            }
        }
        return nothingLeft(atoms);
    }

    private static boolean oppose(Atom a, Atom b) {
        if (a.isNull() && b.demandsValue()) {
            return true;
        }
        if (a.values().equals(b.values()) && signs(a.operator()) != 0 && signs(b.operator()) != 0) {
            return (signs(a.operator()) & signs(b.operator())) == 0;
        }
        if (a.values().equals(b.values()) && b.operator().equals("not " + a.operator())) {
            return true;
        }
        if (DayBound.exclude(a, b)) {
            return true;
        }
        if (!a.constants() || !b.constants()) {
            return false;
        }
        Set<String> allowed = allowed(a);
        if (allowed != null) {
            Set<String> left = new HashSet<>(allowed);
            Set<String> others = allowed(b);
            if (others != null) {
                left.retainAll(others);
            }
            left.removeAll(excluded(b));
            left.removeIf(value -> !within(value, b));
            return left.isEmpty();
        }
        return range(a, b);
    }

    /** Which signs of the difference an operator allows: less 1, equal 2, greater 4; 0 for other operators. */
    private static int signs(String operator) {
        return switch (operator) {
            case "<" -> 1;
            case "<=" -> 3;
            case "==" -> 2;
            case ">=" -> 6;
            case ">" -> 4;
            case "!=" -> 5;
            default -> 0;
        };
    }

    private static @Nullable Set<String> allowed(Atom atom) {
        return atom.operator().equals("==") || atom.operator().equals("in") ? Set.copyOf(normal(atom.values())) : null;
    }

    private static Set<String> excluded(Atom atom) {
        return atom.operator().equals("!=") || atom.operator().equals("not in")
                ? Set.copyOf(normal(atom.values()))
                : Set.of();
    }

    /** Numbers in one way of writing them. */
    private static List<String> normal(List<String> values) {
        return values.stream()
                .map(value -> {
                    Double number = number(value);
                    return number == null ? value : number.toString();
                })
                .distinct()
                .toList();
    }

    private static @Nullable Double number(String value) {
        try {
            return value.isEmpty() || !(Character.isDigit(value.charAt(0)) || value.charAt(0) == '-')
                    ? null
                    : Double.valueOf(value.replace("_", "").replaceAll("[lLBI]$", ""));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean within(String value, Atom limit) {
        Double number = number(value);
        Double bound = number(limit.values().get(0));
        int signs = signs(limit.operator());
        if (number == null || bound == null || signs == 0) {
            return true;
        }
        int sign = number.compareTo(bound);
        return (signs & (sign < 0 ? 1 : sign == 0 ? 2 : 4)) != 0;
    }

    /** Whether a number above a limit can be below another. */
    private static boolean range(Atom a, Atom b) {
        if (!a.operator().startsWith(">") || !b.operator().startsWith("<")) {
            return false;
        }
        Double low = number(a.values().get(0));
        Double high = number(b.values().get(0));
        if (low == null || high == null) {
            return false;
        }
        double least = a.whole() && a.operator().equals(">") ? Math.floor(low) + 1 : low;
        double most = a.whole() && b.operator().equals("<") ? Math.ceil(high) - 1 : high;
        boolean strict = !a.whole() && (a.operator().equals(">") || b.operator().equals("<"));
        return least > most || least == most && strict;
    }

    /** Several exclusions together may leave nothing of a list. */
    private static @Nullable Contradiction nothingLeft(List<Atom> atoms) {
        for (Atom list : atoms) {
            Set<String> allowed = list.constants() ? allowed(list) : null;
            if (allowed == null) {
                continue;
            }
            Set<String> left = new HashSet<>(allowed);
            Map<Atom, Boolean> used = new HashMap<>();
            for (Atom other : atoms) {
                if (other != list && other.constants() && left.removeAll(excluded(other))) {
                    used.put(other, true);
                }
            }
            if (left.isEmpty() && !used.isEmpty()) {
                return inOrder(list, used.keySet().iterator().next());
            }
        }
        return null;
    }
}
