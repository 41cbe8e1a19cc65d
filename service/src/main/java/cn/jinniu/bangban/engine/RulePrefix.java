package cn.jinniu.bangban.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.PatternSourceDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a rule up to one of them. What is asked not to be there, or gathered, is then asked to be there: so a
 * condition within can be looked at by itself.
 */
final class RulePrefix {
    /** In a path: into what a pattern gathers from. */
    private static final int INPUT = -1;

    private static final Pattern BINDING = Pattern.compile("\\s*\\$\\w+\\s*:=?\\s*[\\w.]+\\s*");

    private RulePrefix() {}

    /**
     * A place in a rule's conditions that has conditions of its own.
     *
     * @param path how to get there
     * @param start where in the parsed text it begins
     * @param line of that
     * @param conditions their texts, in order
     */
    record Spot(List<Integer> path, int start, int line, List<String> conditions) {}

    /** All places with conditions, in order; not those of {@code forall}, whose parts mean nothing by themselves. */
    static List<Spot> spots(RuleDescr rule) {
        List<Spot> spots = new ArrayList<>();
        if (rule.getLhs() != null) {
            group(rule.getLhs(), List.of(), spots);
        }
        return spots;
    }

    private static void group(ConditionalElementDescr group, List<Integer> path, List<Spot> spots) {
        int at = 0;
        for (BaseDescr child : group.getDescrs()) {
            element(child, plus(path, at++), spots);
        }
    }

    private static void element(BaseDescr element, List<Integer> path, List<Spot> spots) {
        if (element instanceof PatternDescr pattern) {
            BaseDescr input = input(pattern.getSource());
            if (input != null) {
                element(input, plus(path, INPUT), spots);
            }
            List<String> conditions = pattern.getConstraint().getDescrs().stream()
                    .map(RulePrefix::condition)
                    .filter(condition -> !condition.isEmpty())
                    .toList();
            if (!conditions.isEmpty()) {
                spots.add(new Spot(path, pattern.getStartCharacter(), pattern.getLine(), conditions));
            }
        } else if (element instanceof EvalDescr eval) {
            spots.add(new Spot(
                    path, eval.getStartCharacter(), eval.getLine(), List.of(String.valueOf(eval.getContent()))));
        } else if (element instanceof ConditionalElementDescr group && !(element instanceof ForallDescr)) {
            group(group, path, spots);
        }
    }

    /** Empty for a part that only names a value. */
    private static String condition(BaseDescr part) {
        String text = part instanceof ExprConstraintDescr expression ? expression.getExpression() : "";
        return BINDING.matcher(text).matches() ? "" : text.strip();
    }

    private static @Nullable BaseDescr input(@Nullable PatternSourceDescr source) {
        if (source instanceof AccumulateDescr accumulate) {
            return accumulate.getInput();
        }
        return source instanceof CollectDescr collect ? collect.getInputPattern() : null;
    }

    private static List<Integer> plus(List<Integer> path, int step) {
        List<Integer> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    /**
     * Cuts a rule's conditions off.
     *
     * @param rule is changed
     * @param keep how many of the place's own conditions are left
     */
    static void cut(RuleDescr rule, Spot spot, int keep) {
        AndDescr kept = new AndDescr();
        upTo(rule.getLhs(), spot.path(), 0, keep, kept);
        rule.setLhs(kept);
    }

    private static void upTo(ConditionalElementDescr group, List<Integer> path, int depth, int keep, AndDescr kept) {
        List<? extends BaseDescr> children = group.getDescrs();
        int at = path.get(depth);
        if (!(group instanceof OrDescr)) {
            children.subList(0, at).forEach(kept::addDescr);
        }
        into(children.get(at), path, depth + 1, keep, kept);
    }

    private static void into(BaseDescr element, List<Integer> path, int depth, int keep, AndDescr kept) {
        if (element instanceof PatternDescr pattern) {
            if (depth < path.size()) {
                BaseDescr input = input(pattern.getSource());
                if (input != null) {
                    into(input, path, depth + 1, keep, kept);
                }
            } else {
                keepConditions(pattern, keep);
                kept.addDescr(pattern);
            }
        } else if (element instanceof EvalDescr) {
            if (keep > 0) {
                kept.addDescr(element);
            }
        } else {
            upTo((ConditionalElementDescr) element, path, depth, keep, kept);
        }
    }

    private static void keepConditions(PatternDescr pattern, int keep) {
        List<BaseDescr> all = new ArrayList<>(pattern.getConstraint().getDescrs());
        pattern.removeAllConstraint();
        int conditions = 0;
        for (BaseDescr part : all) {
            if (!condition(part).isEmpty() && ++conditions > keep) {
                return;
            }
            pattern.addConstraint(part);
        }
    }
}
