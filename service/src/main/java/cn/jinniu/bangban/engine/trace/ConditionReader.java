package cn.jinniu.bangban.engine.trace;

import cn.jinniu.bangban.engine.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.BindingDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.GroupByDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** Takes parsed rules apart. */
public final class ConditionReader {
    private final String file;

    private ConditionReader(String file) {
        this.file = file;
    }

    /** @param file text of the rule's file */
    public static RuleParts read(int number, RuleInfo info, RuleDescr rule, String file) {
        ConditionReader reader = new ConditionReader(file);
        List<Condition> conditions = rule.getLhs() == null ? List.of() : reader.all(rule.getLhs());
        return new RuleParts(number, info, conditions, String.valueOf(rule.getConsequence()));
    }

    private List<Condition> all(ConditionalElementDescr parts) {
        List<Condition> conditions = new ArrayList<>();
        for (BaseDescr part : parts.getDescrs()) {
            conditions.add(read(part));
        }
        return List.copyOf(conditions);
    }

    private Condition read(BaseDescr part) {
        String text = text(part);
        if (part instanceof PatternDescr pattern) {
            return pattern(pattern, text);
        } else if (part instanceof NotDescr not) {
            return new Condition.None(together(not, text), text);
        } else if (part instanceof ExistsDescr exists) {
            return new Condition.Some(together(exists, text), text);
        } else if (part instanceof AndDescr and) {
            return new Condition.All(all(and), text);
        } else if (part instanceof OrDescr or) {
            return new Condition.Either(all(or), text);
        } else if (part instanceof EvalDescr eval) {
            return new Condition.Test(String.valueOf(eval.getContent()), text);
        }
        return new Condition.Other(text);
    }

    private Condition together(ConditionalElementDescr parts, String text) {
        List<Condition> conditions = all(parts);
        return conditions.size() == 1 ? conditions.get(0) : new Condition.All(conditions, text);
    }

    private Condition pattern(PatternDescr pattern, String text) {
        BaseDescr source = pattern.getSource();
        List<String> constraints = constraints(pattern);
        if (source == null) {
            return new Condition.Fact(name(pattern.getIdentifier()), pattern.getObjectType(), constraints, text);
        } else if (source instanceof AccumulateDescr gathering && gathering.getInput() != null) {
            String key = gathering instanceof GroupByDescr group ? group.getGroupingKey() : null;
            String keyExpression = gathering instanceof GroupByDescr group ? group.getGroupingFunction() : null;
            return new Condition.Gathered(
                    input(gathering.getInput()), key, keyExpression, functions(gathering), constraints, text);
        } else if (source instanceof CollectDescr gathering) {
            Condition.Function list = new Condition.Function(name(pattern.getIdentifier()), "collectList", "");
            return new Condition.Gathered(
                    read(gathering.getInputPattern()), null, null, List.of(list), constraints, text);
        }
        return new Condition.Other(text);
    }

    private Condition input(BaseDescr input) {
        return input instanceof AndDescr and ? together(and, text(and)) : read(input);
    }

    private static List<Condition.Function> functions(AccumulateDescr gathering) {
        return gathering.getFunctions().stream()
                .map(function -> new Condition.Function(
                        name(function.getBind()), function.getFunction(), String.join(", ", function.getParams())))
                .toList();
    }

    private static List<String> constraints(PatternDescr pattern) {
        List<String> constraints = new ArrayList<>();
        for (BaseDescr constraint : pattern.getDescrs()) {
            if (constraint instanceof ExprConstraintDescr written) {
                constraints.add(written.getExpression());
            } else if (constraint instanceof BindingDescr binding) {
                constraints.add(binding.getVariable() + " : " + binding.getExpression());
            } else {
                constraints.add(String.valueOf(constraint));
            }
        }
        return List.copyOf(constraints);
    }

    private static @Nullable String name(@Nullable String written) {
        return written == null || written.isEmpty() ? null : written;
    }

    private String text(BaseDescr part) {
        int start = part.getStartCharacter();
        int end = part.getEndCharacter();
        if (start < 0 || end <= start || end > file.length()) {
            return "";
        }
        return file.substring(start, end).strip().replaceAll("\\s+", " ");
    }
}
