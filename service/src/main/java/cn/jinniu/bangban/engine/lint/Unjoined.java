package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.engine.lint.Pattern.Role;
import cn.jinniu.bangban.ruleset.ProblemKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds conditions that are put beside others without being joined to them: their facts multiply. */
final class Unjoined {
    private static final Set<String> EQUAL = Set.of("==", "in", "memberOf", "contains");

    private final Notes notes;
    private final Knowledge knowledge;
    private final RuleShape shape;
    private final Map<Object, Object> parents = new HashMap<>();

    Unjoined(Notes notes, Knowledge knowledge, RuleShape shape) {
        this.notes = notes;
        this.knowledge = knowledge;
        this.shape = shape;
    }

    void check() {
        boolean misspelt = shape.patterns().stream()
                .flatMap(pattern -> pattern.constraints().stream())
                .anyMatch(constraint -> constraint.expression() == null
                        || constraint.expression().all().anyMatch(this::isNothing));
        if (misspelt) {
            return; // what it was meant to be joined by cannot be told
        }
        shape.patterns().forEach(this::join);
        shape.gathered()
                .forEach(group ->
                        group.patterns().forEach(pattern -> group.results().forEach(result -> union(pattern, result))));
        shape.results().forEach(constraint -> {
            if (constraint.expression() != null) {
                together(constraint.expression());
            }
        });
        shape.evals().forEach(this::together);
        Set<Object> seen = new HashSet<>();
        List<Pattern> each = new ArrayList<>();
        for (Pattern pattern : shape.patterns()) {
            if (pattern.role() == Role.EACH && !knowledge.isFew(pattern)) {
                each.add(pattern);
            }
        }
        for (Pattern pattern : each) {
            if (seen.add(root(pattern)) && seen.size() > 1 && !pattern.alternative()) {
                note(pattern, each.get(0));
            }
        }
        for (Pattern pattern : shape.patterns()) {
            boolean asks =
                    pattern.role() == Role.NONE || pattern.role() == Role.SOME || pattern.role() == Role.GATHERED;
            if (asks
                    && !each.isEmpty()
                    && !knowledge.isFew(pattern)
                    && pattern.matchesFacts()
                    && seen.add(root(pattern))) {
                noteApart(pattern);
            }
        }
    }

    private boolean isNothing(Expr expr) {
        return expr instanceof Expr.Name name
                && name.name().startsWith("$")
                && !shape.variables().containsKey(name.name());
    }

    private void note(Pattern pattern, Pattern first) {
        int start = nameStart(pattern);
        notes.add(
                ProblemKind.UNJOINED,
                start,
                start + pattern.typeName().length(),
                pattern.typeName() + " 与 " + first.typeName()
                        + " 没有关联：每一个都会与另一个的每一个配成一对，件数相乘；请用 == 关联，例如 project == $id",
                pattern.typeName() + " is joined to no " + first.typeName()
                        + ": each is paired with each of the other, and their numbers multiply; join them with ==, as in project == $id");
    }

    private void noteApart(Pattern pattern) {
        int start = nameStart(pattern);
        notes.add(
                ProblemKind.UNJOINED,
                start,
                start + pattern.typeName().length(),
                "这里的 " + pattern.typeName() + " 与别的条件没有关联：看的是案件里所有的 " + pattern.typeName()
                        + "，不只是这一项的；请用 == 关联，例如 project == $id",
                "this " + pattern.typeName()
                        + " is joined to no other condition: it looks at all there are in the case, not at"
                        + " those of this one; join it with ==, as in project == $id");
    }

    private int nameStart(Pattern pattern) {
        int found = notes.text().indexOf(pattern.typeName(), pattern.start());
        return found < 0 ? pattern.start() : found;
    }

    private void join(Pattern pattern) {
        if (knowledge.isSingle(pattern)) {
            return;
        }
        if (pattern.variable() != null) {
            union(pattern, pattern.variable());
        }
        for (Constraint constraint : pattern.constraints()) {
            if (constraint.expression() != null) {
                names(constraint.expression(), pattern, false);
            } else {
                shape.variables().keySet().stream()
                        .filter(name -> constraint.text().contains(name))
                        .forEach(name -> union(pattern, name));
            }
        }
        if (pattern.from() != null) {
            names(pattern.from(), pattern, true);
        }
    }

    /** What is shared with a fact of which there is but one joins nothing, unless values must be equal to it. */
    private void names(Expr expr, Pattern pattern, boolean equal) {
        if (expr instanceof Expr.Bind bind) {
            union(pattern, bind.variable());
        }
        if (expr instanceof Expr.Name name && shape.variables().containsKey(name.name())) {
            RuleShape.Bound bound = shape.bound().get(name.name());
            if (equal || bound == null || !knowledge.isSingle(bound.pattern())) {
                union(pattern, name.name());
            }
        }
        boolean same = equal || expr instanceof Expr.Compare compare && EQUAL.contains(compare.operator());
        expr.parts().forEach(part -> names(part, pattern, same));
    }

    private void together(Expr expr) {
        List<String> names = expr.all()
                .filter(each ->
                        each instanceof Expr.Name name && shape.variables().containsKey(name.name()))
                .map(each -> ((Expr.Name) each).name())
                .toList();
        names.forEach(name -> union(names.get(0), name));
    }

    private Object root(Object node) {
        Object at = node;
        while (parents.containsKey(at)) {
            at = parents.get(at);
        }
        return at;
    }

    private void union(Object a, Object b) {
        Object one = root(a);
        Object other = root(b);
        if (!one.equals(other)) {
            parents.put(one, other);
        }
    }
}
