package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.engine.lint.Pattern.Role;
import cn.jinniu.bangban.ruleset.ProblemKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds conditions that nothing can fulfil. */
final class NeverFires {
    private final Notes notes;
    private final Types types;
    private final Knowledge knowledge;
    private final RuleShape shape;

    NeverFires(Notes notes, Types types, Knowledge knowledge, RuleShape shape) {
        this.notes = notes;
        this.types = types;
        this.knowledge = knowledge;
        this.shape = shape;
    }

    void check() {
        List<List<Atom>> present = new ArrayList<>();
        List<Pattern> presentOf = new ArrayList<>();
        for (Pattern pattern : shape.patterns()) {
            nobodyInserts(pattern);
            List<List<Atom>> ways = ways(pattern);
            if (ways != null) {
                contradiction(pattern, ways);
                if (pattern.matchesFacts() && ways.size() == 1) {
                    if (pattern.role() == Role.EACH && !pattern.alternative()) {
                        present.add(ways.get(0));
                        presentOf.add(pattern);
                    } else if (pattern.role() == Role.NONE
                            && pattern.constraints().stream().allMatch(this::understood)) {
                        absent(pattern, ways.get(0), present, presentOf);
                    }
                }
            }
        }
        Atoms atoms = atoms(ValueType.UNKNOWN, null);
        List<List<Atom>> ways = atoms.ways(shape.results());
        if (ways != null) {
            note(ways, Role.EACH);
        }
    }

    private boolean understood(Constraint constraint) {
        return constraint.expression() != null;
    }

    private void nobodyInserts(Pattern pattern) {
        if (!pattern.matchesFacts() || knowledge.isGiven(pattern)) {
            return;
        }
        boolean none = pattern.role() == Role.NONE;
        notes.add(
                ProblemKind.NOBODY_INSERTS,
                nameStart(pattern),
                nameStart(pattern) + pattern.typeName().length(),
                "没有谁给出事实 " + pattern.typeName() + "：案件里没有，也没有规则 insert 它，"
                        + (none ? "这个条件永远成立" : "这条规则永远不会得出结果")
                        + "；请改用别的事实，或者写一条给出它的规则",
                "nobody gives facts of type " + pattern.typeName() + ": no case has them and no rule inserts them, so "
                        + (none ? "this always holds" : "the rule never fires")
                        + "; take another fact, or write a rule that gives it");
    }

    private int nameStart(Pattern pattern) {
        int found = notes.text().indexOf(pattern.typeName(), pattern.start());
        return found < 0 ? pattern.start() : found;
    }

    private Atoms atoms(ValueType fact, @Nullable Pattern pattern) {
        ConditionTypes reader = new ConditionTypes(types, shape.variables(), fact);
        Atoms[] self = new Atoms[1];
        self[0] = new Atoms(types, reader, fact, name -> {
            RuleShape.Bound bound = shape.bound().get(name);
            if (bound == null || bound.pattern() != pattern) {
                return name;
            }
            if (bound.value() == null) {
                return "this";
            }
            boolean itself =
                    bound.value() instanceof Expr.Name plain && plain.name().equals(name);
            String value = itself ? name : self[0].canonical(bound.value());
            return value == null ? name : value;
        });
        return self[0];
    }

    @Nullable
    private List<List<Atom>> ways(Pattern pattern) {
        return atoms(pattern.type(), pattern).ways(pattern.constraints());
    }

    private void contradiction(Pattern pattern, List<List<Atom>> ways) {
        note(ways, pattern.role());
    }

    private void note(List<List<Atom>> ways, Role role) {
        Contradiction first = null;
        for (List<Atom> way : ways) {
            Contradiction found = Contradiction.among(way);
            if (found == null) {
                return;
            }
            first = first == null ? found : first;
        }
        if (first == null) {
            return;
        }
        String one = written(first.one());
        String other = written(first.other());
        boolean alone = first.one().start() == first.other().start();
        String thenZh = role == Role.NONE ? "这个 not 条件永远成立" : "这个条件永远不成立";
        String thenEn = role == Role.NONE ? "so this not always holds" : "so the condition never holds";
        notes.add(
                ProblemKind.NEVER_FIRES,
                first.other().start(),
                first.other().end(),
                alone
                        ? "“" + one + "”不可能：这个值永远不为空，" + thenZh + "；请删去或改正"
                        : "“" + one + "”和“" + other + "”不能同时成立，" + thenZh + "；“或者”请写 ||，或者改正其中一个",
                alone
                        ? "«" + one + "» cannot be: the value is never null, " + thenEn + "; remove or correct it"
                        : "«" + one + "» and «" + other + "» cannot both hold, " + thenEn
                                + "; for or write ||, or correct one of them");
    }

    private String written(Atom atom) {
        return notes.text().substring(atom.start(), atom.end()).replaceAll("\\s+", " ");
    }

    /** A fact that must be there and must not. */
    private void absent(Pattern none, List<Atom> way, List<List<Atom>> present, List<Pattern> presentOf) {
        Set<String> demanded = keys(way);
        for (int i = 0; i < present.size(); i++) {
            Pattern there = presentOf.get(i);
            if (there.typeName().equals(none.typeName())
                    && there.start() < none.start()
                    && keys(present.get(i)).containsAll(demanded)) {
                notes.add(
                        ProblemKind.NEVER_FIRES,
                        nameStart(none),
                        nameStart(none) + none.typeName().length(),
                        "上面要求有 " + none.typeName() + "，这里又要求没有，规则永远不会得出结果；请补上区别两者的条件，例如 this != $另一个",
                        "a " + none.typeName()
                                + " must be there, says a condition above, and must not, says this one: the"
                                + " rule never fires; add what tells them apart, such as this != $other");
                return;
            }
        }
    }

    private static Set<String> keys(List<Atom> atoms) {
        Set<String> keys = new HashSet<>();
        atoms.forEach(atom -> keys.add(atom.key()));
        return keys;
    }
}
