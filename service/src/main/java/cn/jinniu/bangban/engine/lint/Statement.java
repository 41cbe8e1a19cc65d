package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.engine.lint.Pattern.Role;
import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.facts.UnitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An answer of a rule, with what it is about traced back to the fact it is read from, and what the rule demands of that
 * fact in words that two rules about one subject share.
 *
 * @param subject what kind of thing it is about
 * @param root the type of the fact that the subject is read from; empty where it is about the district
 * @param path by which it is read from that fact; empty for the fact itself
 * @param ways what must hold, in each way the rule can come about
 * @param alone whether the rule asks for nothing but that fact
 */
record Statement(
        RuleShape rule,
        Answer answer,
        String subject,
        String root,
        String path,
        @Nullable String bearer,
        List<List<Atom>> ways,
        boolean alone) {

    private static final String OF_SUBJECT = "subject.";

    /** What is read of a fact, for what the arguments of an answer say. */
    private record Traced(Pattern pattern, String path, ValueType type) {}

    /** Null where it cannot be told what it is about, or what the rule demands. */
    static @Nullable Statement of(RuleShape rule, Answer answer, Types types, Map<String, Unit> units) {
        Answer.Word district = answer.word("aboutDistrict");
        Pattern root = null;
        String path = "";
        String subject;
        if (district != null) {
            subject = "district " + district.arguments().strip();
        } else {
            Answer.Word about = answer.word("about");
            Traced traced = about == null ? null : trace(rule, about.arguments(), types);
            if (traced == null
                    || traced.type().type() == null
                    || traced.pattern().role() != Role.EACH) {
                return null;
            }
            root = traced.pattern();
            path = traced.path();
            subject = traced.type().name();
        }
        List<List<Atom>> ways = List.of(List.of());
        boolean alone = true;
        for (Pattern pattern : rule.patterns()) {
            boolean single = pattern.role() == Role.EACH && isSingle(pattern);
            if (pattern == root || single) {
                List<List<Atom>> its = ways(rule, pattern, pattern == root ? path : null, types, units);
                if (its == null) {
                    return null;
                }
                ways = product(ways, its);
                if (pattern.constraints().stream().anyMatch(each -> each.expression() == null)) {
                    alone = false;
                }
            } else {
                alone = false;
            }
            if (pattern.alternative() || ways.size() > 64) {
                return null;
            }
        }
        if (!rule.evals().isEmpty()) {
            alone = false;
        }
        return new Statement(
                rule,
                answer,
                subject,
                root == null ? "" : Knowledge.simple(root.typeName()),
                path,
                bearer(rule, answer, types),
                ways,
                alone);
    }

    private static boolean isSingle(Pattern pattern) {
        String name = Knowledge.simple(pattern.typeName());
        return name.equals("AsOf") || name.equals("District");
    }

    private static List<List<Atom>> product(List<List<Atom>> some, List<List<Atom>> others) {
        List<List<Atom>> all = new ArrayList<>();
        some.forEach(one -> others.forEach(other -> {
            List<Atom> both = new ArrayList<>(one);
            both.addAll(other);
            all.add(both);
        }));
        return all;
    }

    /** A unit that is written out, with its quotes; or the type and path it is read by. Null where that cannot be told. */
    private static @Nullable String bearer(RuleShape rule, Answer answer, Types types) {
        Answer.Word by = answer.word("by");
        if (by == null) {
            return null;
        }
        if (by.arguments().strip().startsWith("\"")) {
            return by.arguments().strip();
        }
        Traced traced = trace(rule, by.arguments(), types);
        return traced == null ? null : Knowledge.simple(traced.pattern().typeName()) + ':' + traced.path();
    }

    private static @Nullable Traced trace(RuleShape rule, String text, Types types) {
        Expr expr = ExprParser.parse(text.strip(), 0);
        if (expr == null) {
            return null;
        }
        ValueType type = new ConditionTypes(types, rule.variables(), ValueType.UNKNOWN).typeOf(expr);
        Expr at = expr;
        StringBuilder behind = new StringBuilder();
        while (!(at instanceof Expr.Name)) {
            String name;
            if (at instanceof Expr.Member member) {
                name = member.name();
                at = member.target();
            } else if (at instanceof Expr.Call call
                    && call.target() != null
                    && call.arguments().isEmpty()) {
                name = call.name();
                at = call.target();
            } else {
                return null;
            }
            behind.insert(0, "." + name);
        }
        RuleShape.Bound bound = rule.bound().get(((Expr.Name) at).name());
        if (bound == null) {
            return null;
        }
        String path = bound.value() == null ? "" : pathOf(bound.value());
        return path == null ? null : new Traced(bound.pattern(), strip(path + behind), type);
    }

    private static String strip(String path) {
        return path.startsWith(".") ? path.substring(1) : path;
    }

    private static @Nullable String pathOf(Expr expr) {
        if (expr instanceof Expr.Name name) {
            return name.name().equals("this") ? "" : name.name();
        } else if (expr instanceof Expr.Member member) {
            String before = pathOf(member.target());
            return before == null ? null : strip(before + '.' + member.name());
        } else if (expr instanceof Expr.Call call
                && call.target() != null
                && call.arguments().isEmpty()) {
            String before = pathOf(call.target());
            return before == null ? null : strip(before + '.' + call.name());
        }
        return null;
    }

    private static @Nullable List<List<Atom>> ways(
            RuleShape rule, Pattern pattern, @Nullable String subjectPath, Types types, Map<String, Unit> units) {
        ConditionTypes reader = new ConditionTypes(types, rule.variables(), pattern.type());
        UnaryOperator<String> names = name -> {
            RuleShape.Bound bound = rule.bound().get(name);
            if (bound == null) {
                return name;
            }
            String path = bound.value() == null ? "" : pathOf(bound.value());
            if (path == null) {
                return name;
            }
            return bound.pattern() == pattern
                    ? (path.isEmpty() ? "this" : path)
                    : Knowledge.simple(bound.pattern().typeName()) + (path.isEmpty() ? "" : "." + path);
        };
        List<List<Atom>> ways = new Atoms(types, reader, pattern.type(), names).ways(pattern.constraints());
        if (ways == null) {
            return null;
        }
        return ways.stream()
                .map(way -> shared(way, pattern, subjectPath, types, units))
                .toList();
    }

    private static List<Atom> shared(
            List<Atom> way, Pattern pattern, @Nullable String subjectPath, Types types, Map<String, Unit> units) {
        List<Atom> all = new ArrayList<>();
        for (Atom atom : way) {
            String path = lifted(unitKind(atom.path(), pattern.type(), types), pattern, subjectPath, types);
            all.add(atom.at(path, atom.values()));
            if (path.endsWith(".id") && atom.operator().equals("==") && atom.constants()) {
                Unit unit = units.get(atom.values().get(0).replace("\"", ""));
                if (unit != null) {
                    String kind = path.substring(0, path.length() - 2) + "kind";
                    all.add(atom.at(
                            kind,
                            List.of(UnitKind.class.getSimpleName()
                                    + '.'
                                    + unit.kind().name())));
                }
            }
        }
        return all;
    }

    /** A unit's kind is the same however a fact calls it: {@code kind} beside {@code unit}, {@code xKind} beside {@code x}. */
    private static String unitKind(String path, ValueType fact, Types types) {
        if (path.indexOf('.') >= 0) {
            return path;
        }
        ValueType type = types.field(fact, path);
        if (type == null || type.type() != UnitKind.class) {
            return path;
        }
        String of = path.equals("kind") ? "unit" : path.endsWith("Kind") ? path.substring(0, path.length() - 4) : "";
        ValueType unit = of.isEmpty() ? null : types.field(fact, of);
        return unit != null && unit.type() == Unit.class ? of + ".kind" : path;
    }

    /** As seen from the subject, where the subject has the field as well. */
    private static String lifted(String path, Pattern pattern, @Nullable String subjectPath, Types types) {
        String type = Knowledge.simple(pattern.typeName());
        if (subjectPath == null) {
            return type + '.' + path;
        }
        if (subjectPath.isEmpty()) {
            return OF_SUBJECT + path;
        }
        if (path.startsWith(subjectPath + ".")) {
            return OF_SUBJECT + path.substring(subjectPath.length() + 1);
        }
        String first = path.indexOf('.') < 0 ? path : path.substring(0, path.indexOf('.'));
        ValueType subject = pattern.type();
        for (String step : subjectPath.split("\\.")) {
            ValueType next = types.field(subject, step);
            subject = next == null ? ValueType.UNKNOWN : next;
        }
        ValueType own = types.field(pattern.type(), first);
        ValueType itsOwn = subject.isKnown() ? types.field(subject, first) : null;
        boolean same = own != null && own.equals(itsOwn) && own.isKnown() && !first.equals("id");
        return same ? OF_SUBJECT + path : type + '.' + path;
    }
}
