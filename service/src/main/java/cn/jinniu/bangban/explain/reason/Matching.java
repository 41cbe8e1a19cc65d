package cn.jinniu.bangban.explain.reason;

import cn.jinniu.bangban.engine.trace.Condition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tries conditions on the facts of a decision, as the rule engine does, slowly and in words. */
final class Matching {
    /** More than this many facts that meet one condition are not gone through; nobody would read them. */
    private static final int MOST = 20_000;

    /**
     * One way a condition is met.
     *
     * @param bound the variables
     * @param facts the facts it is met by
     */
    record Match(Map<String, Object> bound, List<Object> facts) {}

    private final Scene scene;
    private final Predicate<Object> admitted;

    /** @param admitted which facts are looked at */
    Matching(Scene scene, Predicate<Object> admitted) {
        this.scene = scene;
        this.admitted = admitted;
    }

    /** The parts of an expression all of which must be true. */
    static List<Expression> atoms(Expression expression) {
        if (expression instanceof Expression.Operation operation
                && operation.operator().equals("&&")) {
            List<Expression> both = new ArrayList<>(atoms(operation.left()));
            both.addAll(atoms(operation.right()));
            return both;
        }
        return List.of(expression);
    }

    /** What a binding stands for; the binding of a comparison stands for its left side. */
    static Expression boundTo(Expression expression) {
        Expression first = atoms(expression).get(0);
        if (first instanceof Expression.Operation operation && operation.isComparison()) {
            return operation.left();
        }
        return first instanceof Expression.Among among ? among.of() : first;
    }

    /** Whether a constraint only binds, and asks nothing. */
    static boolean asksNothing(ExpressionParser.Bound constraint) {
        return constraint.variable() != null
                && !(constraint.expression() instanceof Expression.Operation)
                && !(constraint.expression() instanceof Expression.Among)
                && !(constraint.expression() instanceof Expression.Not);
    }

    /** All ways in which a condition is met. */
    List<Match> of(Condition condition, Map<String, Object> bound) {
        if (condition instanceof Condition.Fact fact) {
            return facts(fact, bound);
        } else if (condition instanceof Condition.All all) {
            return together(all.of(), bound);
        } else if (condition instanceof Condition.Either either) {
            List<Match> found = new ArrayList<>();
            either.of().forEach(each -> found.addAll(of(each, bound)));
            return found;
        } else if (condition instanceof Condition.None none) {
            return of(none.of(), bound).isEmpty() ? List.of(new Match(bound, List.of())) : List.of();
        } else if (condition instanceof Condition.Some some) {
            return of(some.of(), bound).isEmpty() ? List.of() : List.of(new Match(bound, List.of()));
        } else if (condition instanceof Condition.Gathered gathered) {
            return gathered(gathered, bound).stream()
                    .filter(group -> group.unmet == null)
                    .map(group -> new Match(group.bound, List.of()))
                    .toList();
        } else if (condition instanceof Condition.Test test) {
            Object value = scene.evaluator.value(ExpressionParser.expression(test.expression()), bound, null);
            return Boolean.FALSE.equals(value) ? List.of() : List.of(new Match(bound, List.of()));
        }
        return List.of(new Match(bound, List.of()));
    }

    /** All ways in which some conditions are met together. */
    List<Match> together(List<Condition> conditions, Map<String, Object> bound) {
        List<Match> found = List.of(new Match(bound, List.of()));
        for (Condition condition : conditions) {
            List<Match> longer = new ArrayList<>();
            for (Match match : found) {
                for (Match next : of(condition, match.bound)) {
                    List<Object> facts = new ArrayList<>(match.facts);
                    facts.addAll(next.facts);
                    longer.add(new Match(next.bound, facts));
                }
                if (longer.size() > MOST) {
                    break;
                }
            }
            found = longer;
        }
        return found;
    }

    private List<Match> facts(Condition.Fact pattern, Map<String, Object> bound) {
        List<Match> found = new ArrayList<>();
        for (Object fact : scene.ofType(pattern.type())) {
            Map<String, Object> met = admitted.test(fact) ? met(pattern, fact, bound) : null;
            if (met != null) {
                found.add(new Match(met, List.of(fact)));
                if (found.size() > MOST) {
                    break;
                }
            }
        }
        return found;
    }

    /** The variables when a fact meets a pattern; null when it does not, or that is not known. */
    @Nullable
    Map<String, Object> met(Condition.Fact pattern, Object fact, Map<String, Object> bound) {
        Map<String, Object> with = new HashMap<>(bound);
        if (pattern.variable() != null) {
            with.put(pattern.variable(), fact);
        }
        for (String text : pattern.constraints()) {
            ExpressionParser.Bound constraint = scene.constraint(text);
            if (constraint.variable() != null) {
                with.put(constraint.variable(), scene.evaluator.value(boundTo(constraint.expression()), with, fact));
            }
            if (!asksNothing(constraint)
                    && !Boolean.TRUE.equals(scene.evaluator.value(constraint.expression(), with, fact))) {
                return null;
            }
        }
        return with;
    }

    /**
     * Facts gathered, with what they come to.
     *
     * @param bound the variables, the results among them
     * @param members the ways the gathered condition was met
     * @param unmet what of the results is not as it must be, null when all is
     */
    record Group(
            Map<String, Object> bound,
            List<Match> members,
            @Nullable String unmet) {}

    /** What is gathered; without groups, all of it, even when that is nothing. Nothing where no result comes of it. */
    List<Group> gathered(Condition.Gathered condition, Map<String, Object> bound) {
        List<Match> members = of(condition.from(), bound);
        List<Group> groups = new ArrayList<>();
        if (condition.keyExpression() == null) {
            Group group = group(condition, bound, members);
            return group == null ? List.of() : List.of(group);
        }
        Expression key = ExpressionParser.expression(condition.keyExpression());
        Map<Object, List<Match>> byKey = new LinkedHashMap<>();
        for (Match member : members) {
            Object value = scene.evaluator.value(key, member.bound, null);
            if (value != null && value != Evaluator.UNKNOWN) {
                byKey.computeIfAbsent(value, absent -> new ArrayList<>()).add(member);
            }
        }
        byKey.forEach((value, some) -> {
            Map<String, Object> with = new HashMap<>(bound);
            if (condition.key() != null) {
                with.put(condition.key(), value);
            }
            Group group = group(condition, with, some);
            if (group != null) {
                groups.add(group);
            }
        });
        return groups;
    }

    /** What some members come to; null where a function gives nothing, for then the rule does not go on. */
    @Nullable
    Group group(Condition.Gathered condition, Map<String, Object> bound, List<Match> members) {
        Map<String, Object> with = new HashMap<>(bound);
        for (Condition.Function function : condition.functions()) {
            Object result = result(function, members);
            if (result == null) {
                return null;
            }
            if (function.variable() != null) {
                with.put(function.variable(), result);
            }
        }
        for (String text : condition.results()) {
            ExpressionParser.Bound constraint = scene.constraint(text);
            if (!asksNothing(constraint)
                    && Boolean.FALSE.equals(scene.evaluator.value(constraint.expression(), with, null))) {
                return new Group(with, members, text);
            }
        }
        return new Group(with, members, null);
    }

    private @Nullable Object result(Condition.Function function, List<Match> members) {
        List<Object> values = new ArrayList<>();
        Expression of = function.of().isEmpty()
                ? new Expression.Constant(Boolean.TRUE)
                : ExpressionParser.expression(function.of());
        for (Match member : members) {
            Object value = scene.evaluator.value(of, member.bound, null);
            if (value != null) {
                values.add(value);
            }
        }
        return switch (function.name()) {
            case "count" -> (long) members.size();
            case "collectList" -> values;
            case "collectSet" -> Set.copyOf(values);
            case "earliest", "min" -> extreme(values, -1);
            case "max" -> extreme(values, 1);
            case "sum", "sumI", "sumL" -> sum(values);
            default -> Evaluator.UNKNOWN;
        };
    }

    private static Object sum(Collection<Object> values) {
        long sum = 0;
        for (Object value : values) {
            if (!(value instanceof Number number)) {
                return Evaluator.UNKNOWN;
            }
            sum += number.longValue();
        }
        return sum;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object extreme(List<Object> values, int sign) {
        Object best = null;
        for (Object value : values) {
            if (value == Evaluator.UNKNOWN) {
                continue;
            }
            if (!(value instanceof Comparable<?>)) {
                return Evaluator.UNKNOWN;
            }
            if (best == null || Integer.signum(((Comparable<Object>) value).compareTo(best)) == sign) {
                best = value;
            }
        }
        return best == null && values.contains(Evaluator.UNKNOWN) ? Evaluator.UNKNOWN : best;
    }

    /** The member that gives the result goes first: by the day, or whatever the first function is applied to. */
    List<Match> inOrder(Condition.Gathered condition, List<Match> members) {
        for (Condition.Function function : condition.functions()) {
            int way = function.name().equals("max") ? -1 : 1;
            if (way < 0 || function.name().equals("earliest") || function.name().equals("min")) {
                Expression of = ExpressionParser.expression(function.of());
                List<Match> sorted = new ArrayList<>(members);
                sorted.sort((one, other) -> way
                        * order(
                                scene.evaluator.value(of, one.bound, null),
                                scene.evaluator.value(of, other.bound, null)));
                return sorted;
            }
        }
        return members;
    }

    @SuppressWarnings("unchecked")
    private static int order(@Nullable Object one, @Nullable Object other) {
        if (one instanceof LocalDate a && other instanceof LocalDate b) {
            return a.compareTo(b);
        }
        if (one instanceof Comparable<?> a && other != null && one.getClass() == other.getClass()) {
            return ((Comparable<Object>) a).compareTo(other);
        }
        return 0;
    }
}
