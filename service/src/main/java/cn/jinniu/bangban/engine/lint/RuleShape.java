package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.engine.lint.Pattern.Role;
import cn.jinniu.bangban.engine.sandbox.GuardedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AccumulateDescr.AccumulateFunctionCallDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.BindingDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.FromDescr;
import org.drools.drl.ast.descr.GroupByDescr;
import org.drools.drl.ast.descr.MVELExprDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** A rule taken apart: its patterns in order, what each names, and what the names stand for. */
final class RuleShape {
    private static final Set<String> NUMBERS = Set.of(
            "average", "averageBD", "count", "sum", "sumBD", "sumBI", "sumI", "sumL", "maxI", "maxL", "minI", "minL");

    private final GuardedFile file;
    private final RuleDescr rule;
    private final Types types;
    private final List<Pattern> patterns = new ArrayList<>();
    private final List<Expr> evals = new ArrayList<>();
    /** Conditions that compare what was gathered. */
    private final List<Constraint> results = new ArrayList<>();

    private final Map<String, ValueType> variables = new HashMap<>();
    /** Where a name is given to a field of a pattern, and to which. */
    private final Map<String, Bound> bound = new HashMap<>();

    private int place;

    private final List<Gathering> gathered = new ArrayList<>();
    /** What accumulate functions gather, and what groups are made by. */
    private final List<Expr> functions = new ArrayList<>();

    private final List<Measured> measured = new ArrayList<>();

    /** What an accumulate function that takes values of one kind only is given. */
    record Measured(String function, Expr value) {}

    /** What an accumulate gathers, and the names of what it makes of it. */
    record Gathering(List<Pattern> patterns, List<String> results) {}

    /** What a variable stands for: a pattern's fact, or a value read from it; no value for the fact itself. */
    record Bound(Pattern pattern, @Nullable Expr value) {}

    RuleShape(GuardedFile file, RuleDescr rule, Types types) {
        this.file = file;
        this.rule = rule;
        this.types = types;
        this.place = Math.max(0, rule.getStartCharacter());
        if (rule.getLhs() != null) {
            walk(rule.getLhs(), Role.EACH, false);
        }
    }

    GuardedFile file() {
        return file;
    }

    RuleDescr rule() {
        return rule;
    }

    String name() {
        return String.valueOf(rule.getName());
    }

    int start() {
        return Math.max(0, rule.getStartCharacter());
    }

    List<Pattern> patterns() {
        return patterns;
    }

    List<Expr> evals() {
        return evals;
    }

    List<Constraint> results() {
        return results;
    }

    List<Expr> functions() {
        return functions;
    }

    List<Gathering> gathered() {
        return gathered;
    }

    Map<String, ValueType> variables() {
        return variables;
    }

    Map<String, Bound> bound() {
        return bound;
    }

    /** Offset of the consequence in the file. */
    int consequenceStart() {
        String consequence = String.valueOf(rule.getConsequence());
        int found = file.text().indexOf(consequence, start());
        if (found >= 0) {
            return found;
        }
        // The parser turns single quotes into double ones.
        int at = file.text().replace('\'', '"').indexOf(consequence, start());
        return at < 0 ? start() : at;
    }

    private void walk(BaseDescr part, Role role, boolean alternative) {
        if (part.getStartCharacter() >= 0) {
            place = part.getStartCharacter();
        }
        if (part instanceof PatternDescr pattern) {
            pattern(pattern, role, alternative);
        } else if (part instanceof EvalDescr eval) {
            String text = String.valueOf(eval.getContent());
            Expr parsed = ExprParser.parse(text, find(text.strip(), place));
            if (parsed != null) {
                evals.add(parsed);
            }
        } else if (part instanceof NotDescr none) {
            // Of facts that must not be there together, each may well be there.
            boolean one = none.getDescrs().size() == 1 && none.getDescrs().get(0) instanceof PatternDescr;
            each(part, !one ? Role.ALL : role == Role.NONE ? Role.SOME : Role.NONE, alternative);
        } else if (part instanceof ExistsDescr) {
            each(part, role == Role.NONE || role == Role.ALL ? role : Role.SOME, alternative);
        } else if (part instanceof ForallDescr all) {
            all.getDescrs().forEach(inner -> walk(inner, Role.ALL, alternative));
        } else if (part instanceof AndDescr) {
            each(part, role, alternative);
        } else if (part instanceof OrDescr) {
            each(part, role, true);
        }
    }

    private void each(BaseDescr part, Role role, boolean alternative) {
        for (Object inner : ((ConditionalElementDescr) part).getDescrs()) {
            if (inner instanceof BaseDescr descr) {
                walk(descr, role, alternative);
            }
        }
    }

    private int find(String text, int from) {
        int found = file.text().indexOf(text, from);
        return found < 0 ? from : found;
    }

    private void pattern(PatternDescr pattern, Role role, boolean alternative) {
        BaseDescr source = pattern.getSource();
        int start = place;
        Expr from = null;
        if (source instanceof FromDescr given && given.getDataSource() instanceof MVELExprDescr expression) {
            String text = String.valueOf(expression.getExpression());
            from = ExprParser.parse(text, find(text.strip(), find("from", endOf(pattern, start))));
            if (from == null) {
                from = new Expr.Other(List.of(), start, start);
            }
        } else if (source instanceof CollectDescr collect && collect.getInputPattern() != null) {
            pattern(collect.getInputPattern(), Role.GATHERED, alternative);
            if (pattern.getIdentifier() != null) {
                gathered.add(
                        new Gathering(List.of(patterns.get(patterns.size() - 1)), List.of(pattern.getIdentifier())));
            }
        } else if (source instanceof AccumulateDescr accumulate) {
            int before = patterns.size();
            if (accumulate.getInput() != null) {
                walk(accumulate.getInput(), Role.GATHERED, alternative);
            }
            gathered(accumulate, List.copyOf(patterns.subList(before, patterns.size())));
        }
        place = start;
        boolean derived = source != null && from == null;
        ValueType type = types.named(String.valueOf(pattern.getObjectType()));
        List<Constraint> constraints = constraints(pattern.getDescrs());
        if (source instanceof AccumulateDescr) {
            results.addAll(constraints);
            return;
        }
        Pattern shape = new Pattern(pattern, role, type, constraints, from, derived, alternative);
        patterns.add(shape);
        if (pattern.getIdentifier() != null) {
            variables.put(pattern.getIdentifier(), type);
            bound.put(pattern.getIdentifier(), new Bound(shape, null));
        }
        ConditionTypes reader = new ConditionTypes(types, variables, type);
        for (Constraint constraint : constraints) {
            if (constraint.expression() != null) {
                constraint.expression().all().forEach(expr -> {
                    if (expr instanceof Expr.Bind bind) {
                        Expr value = valueOf(bind.value());
                        variables.put(bind.variable(), reader.typeOf(value));
                        bound.put(bind.variable(), new Bound(shape, value));
                    }
                });
            }
        }
    }

    /** What a name is given to, where the value is compared as well. */
    static Expr valueOf(Expr value) {
        return value instanceof Expr.Compare compare ? compare.left() : value;
    }

    private int endOf(PatternDescr pattern, int start) {
        int end = start;
        for (BaseDescr constraint : pattern.getDescrs()) {
            end = Math.max(end, constraint.getEndCharacter());
        }
        return end;
    }

    private List<Constraint> constraints(List<? extends BaseDescr> descrs) {
        List<Constraint> all = new ArrayList<>();
        for (BaseDescr descr : descrs) {
            int start = descr.getStartCharacter() >= 0 ? descr.getStartCharacter() : place;
            String text = "";
            if (descr instanceof ExprConstraintDescr written) {
                text = written.getExpression();
            } else if (descr instanceof BindingDescr binding) {
                text = binding.getVariable() + " : " + binding.getExpression();
            } else if (descr instanceof ConditionalElementDescr several) {
                List<BaseDescr> inner = new ArrayList<>();
                several.getDescrs().forEach(each -> inner.add((BaseDescr) each));
                all.addAll(constraints(inner));
                continue;
            }
            int at = file.text().startsWith(text, start) ? start : find(text, start);
            all.add(new Constraint(text, at, ExprParser.parse(text, at)));
        }
        return all;
    }

    private void gathered(AccumulateDescr accumulate, List<Pattern> inner) {
        List<String> named = new ArrayList<>();
        ConditionTypes reader = new ConditionTypes(types, variables, ValueType.UNKNOWN);
        int from = Math.max(place, accumulate.getStartCharacter());
        for (AccumulateFunctionCallDescr function : accumulate.getFunctions()) {
            for (String parameter : function.getParams()) {
                function(parameter, find(function.getFunction(), from));
                if (function.getParams().length == 1 && !functions.isEmpty()) {
                    measured.add(new Measured(function.getFunction(), functions.get(functions.size() - 1)));
                }
            }
            if (function.getBind() != null) {
                named.add(function.getBind());
                ValueType of = ValueType.UNKNOWN;
                if (function.getParams().length == 1) {
                    Expr parameter = ExprParser.parse(function.getParams()[0], 0);
                    of = parameter == null ? ValueType.UNKNOWN : reader.typeOf(parameter);
                }
                variables.put(
                        function.getBind(), result(function.getFunction().toLowerCase(Locale.ROOT), function, of));
            }
        }
        if (accumulate instanceof GroupByDescr group && group.getGroupingKey() != null) {
            Expr key = ExprParser.parse(group.getGroupingFunction(), 0);
            named.add(group.getGroupingKey());
            function(group.getGroupingFunction(), from);
            variables.put(group.getGroupingKey(), key == null ? ValueType.UNKNOWN : reader.typeOf(key));
        }
        gathered.add(new Gathering(inner, named));
    }

    List<Measured> measured() {
        return measured;
    }

    private void function(String text, int from) {
        Expr parsed = ExprParser.parse(text, find(text.strip(), from));
        if (parsed != null) {
            functions.add(parsed);
        }
    }

    private static ValueType result(String name, AccumulateFunctionCallDescr function, ValueType of) {
        if (NUMBERS.contains(function.getFunction())) {
            return ValueType.NUMBER;
        }
        return switch (name) {
            case "earliest" -> ValueType.DATE;
            case "collectlist", "collectset" -> ValueType.listOf(of);
            case "min", "max" -> of.is(ValueType.Kind.NUMBER) ? ValueType.NUMBER : ValueType.UNKNOWN;
            default -> ValueType.UNKNOWN;
        };
    }
}
