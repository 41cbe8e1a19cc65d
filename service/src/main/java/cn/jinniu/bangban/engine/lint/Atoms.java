package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.engine.lint.ValueType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Takes conditions apart into the ways to fulfil them, each a list of atoms that must hold together. */
final class Atoms {
    private static final int MOST_WAYS = 64;
    private static final Set<String> SYMMETRIC = Set.of("==", "!=", "<", "<=", ">", ">=");

    private final ConditionTypes reader;
    private final ValueType fact;
    private final Types types;
    private final UnaryOperator<String> variable;

    /**
     * @param fact what the conditions are about
     * @param variable says in canonical words what a variable stands for
     */
    Atoms(Types types, ConditionTypes reader, ValueType fact, UnaryOperator<String> variable) {
        this.types = types;
        this.reader = reader;
        this.fact = fact;
        this.variable = variable;
    }

    /** The ways to fulfil all of them; null where there are too many, or one of them is not understood. */
    @Nullable
    List<List<Atom>> ways(List<Constraint> constraints) {
        List<List<Atom>> ways = List.of(List.of());
        for (Constraint constraint : constraints) {
            if (constraint.expression() == null) {
                continue;
            }
            List<List<Atom>> more = ways(constraint.expression(), false);
            if (more == null) {
                return null;
            }
            ways = product(ways, more);
            if (ways.size() > MOST_WAYS) {
                return null;
            }
        }
        return ways;
    }

    private static List<List<Atom>> product(List<List<Atom>> some, List<List<Atom>> others) {
        List<List<Atom>> all = new ArrayList<>();
        for (List<Atom> one : some) {
            for (List<Atom> other : others) {
                List<Atom> both = new ArrayList<>(one);
                both.addAll(other);
                all.add(both);
            }
        }
        return all;
    }

    private @Nullable List<List<Atom>> ways(Expr expr, boolean negated) {
        if (expr instanceof Expr.Junction junction) {
            boolean both = junction.both() != negated;
            List<List<Atom>> ways = both ? List.of(List.of()) : new ArrayList<>();
            for (Expr part : junction.parts()) {
                List<List<Atom>> more = ways(part, negated);
                if (more == null) {
                    return null;
                }
                if (both) {
                    ways = product(ways, more);
                } else {
                    ways.addAll(more);
                }
                if (ways.size() > MOST_WAYS) {
                    return null;
                }
            }
            return ways;
        } else if (expr instanceof Expr.Not not) {
            List<List<Atom>> ways = ways(not.negated(), !negated);
            return ways == null || ways.size() != 1 || ways.get(0).size() != 1
                    ? ways
                    : List.of(List.of(ways.get(0).get(0).from(not.start(), not.end())));
        } else if (expr instanceof Expr.Bind bind) {
            return bind.value() instanceof Expr.Compare ? ways(bind.value(), negated) : List.of(List.of());
        }
        Atom atom = expr instanceof Expr.Compare compare ? atom(compare) : truth(expr);
        return atom == null ? List.of(List.of()) : List.of(List.of(negated ? atom.negated() : atom));
    }

    private @Nullable Atom truth(Expr expr) {
        String path = canonical(expr);
        return path == null || expr instanceof Expr.Value
                ? null
                : new Atom(
                        path,
                        "==",
                        List.of("true"),
                        true,
                        false,
                        reader.typeOf(expr).isPrimitive(),
                        expr.start(),
                        expr.end());
    }

    private @Nullable Atom atom(Expr.Compare compare) {
        Expr left = compare.left();
        List<Expr> right = compare.right();
        String operator = compare.operator();
        if (SYMMETRIC.contains(operator) && (isConstant(left) || isOwn(right.get(0)) && !isOwn(left))) {
            right = List.of(left);
            left = compare.right().get(0);
            operator = turned(operator);
        }
        if (operator.equals("excludes")) {
            operator = "not contains";
        }
        String path = canonical(left);
        List<String> values = new ArrayList<>();
        boolean constants = true;
        for (Expr each : right) {
            String value = canonical(each);
            if (value == null) {
                return null;
            }
            values.add(value);
            constants &= isConstant(each);
        }
        if (path == null || values.isEmpty()) {
            return null;
        }
        ValueType type = reader.typeOf(left);
        boolean whole = type.is(Kind.NUMBER)
                && type.type() != null
                && Set.of("int", "long", "short", "byte", "Integer", "Long")
                        .contains(type.type().getSimpleName());
        return new Atom(
                path,
                compare.negated() ? "not " + operator : operator,
                values,
                constants,
                whole,
                type.isPrimitive(),
                compare.start(),
                compare.end());
    }

    private static String turned(String operator) {
        return switch (operator) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            default -> operator;
        };
    }

    private boolean isConstant(Expr expr) {
        return expr instanceof Expr.Value
                || expr instanceof Expr.Member member
                        && reader.isTypeName(member.target())
                        && reader.typeOf(member).is(Kind.ENUM);
    }

    /** Whether it is a field of the fact itself. */
    private boolean isOwn(Expr expr) {
        Expr root = expr;
        while (true) {
            if (root instanceof Expr.Member member) {
                root = member.target();
            } else if (root instanceof Expr.Call call && call.target() != null) {
                root = call.target();
            } else {
                break;
            }
        }
        return root instanceof Expr.Name name
                && !name.name().startsWith("$")
                && fact.isKnown()
                && Types.global(name.name()) == null
                && types.field(fact, name.name()) != null;
    }

    /** An expression in words that are the same for the same value; null for what cannot be told. */
    @Nullable
    String canonical(Expr expr) {
        if (expr instanceof Expr.Value value) {
            return value.kind() == Expr.Literal.TEXT ? '"' + value.value() + '"' : value.value();
        } else if (expr instanceof Expr.Name name) {
            return variable.apply(name.name());
        } else if (expr instanceof Expr.Member member) {
            return joined(canonical(member.target()), member.name());
        } else if (expr instanceof Expr.Call call) {
            if (call.target() != null && call.arguments().isEmpty()) {
                return joined(canonical(call.target()), call.name());
            }
            String target = call.target() == null ? "" : canonical(call.target());
            StringBuilder all = new StringBuilder();
            for (Expr argument : call.arguments()) {
                String one = canonical(argument);
                if (one == null) {
                    return null;
                }
                all.append(all.isEmpty() ? "" : ",").append(one);
            }
            return target == null ? null : target + '.' + call.name() + '(' + all + ')';
        } else if (expr instanceof Expr.Arithmetic sum) {
            String left = canonical(sum.left());
            String right = canonical(sum.right());
            return left == null || right == null ? null : '(' + left + sum.operator() + right + ')';
        }
        return null;
    }

    private static @Nullable String joined(@Nullable String target, String name) {
        return target == null ? null : target.isEmpty() || target.equals("this") ? name : target + '.' + name;
    }
}
