package cn.jinniu.bangban.engine.staged;

import cn.jinniu.bangban.engine.sandbox.MatchCounter;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.base.RuleBase;
import org.drools.base.base.ClassObjectType;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.Accumulate;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.GroupElement;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.RuleConditionElement;
import org.drools.base.rule.accessor.ReturnValueExpression;
import org.drools.base.rule.constraint.Constraint;
import org.drools.mvel.MVELGroupByAccumulate;
import org.drools.mvel.asm.InvokerStub;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;

/** Makes staged rules of what Drools compiled. */
final class Planner {
    private final RuleBase base;
    private final Set<String> circles;
    private final FactTypes types = new FactTypes();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<String> globals = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();

    private record Reading(int type, int stage, boolean circle) {}

    Planner(RuleBase base, Set<String> circles) {
        this.base = base;
        this.circles = circles;
    }

    StagedRules plan(Collection<? extends KiePackage> packages) throws NotStaged {
        SortedMap<Integer, List<StagedRule>> stages = new TreeMap<>();
        for (KiePackage each : packages) {
            for (Rule rule : each.getRules()) {
                StagedRule staged = rule((RuleImpl) rule);
                stages.computeIfAbsent(staged.stage(), absent -> new ArrayList<>())
                        .add(staged);
            }
        }
        Order order = new Order(types.size());
        readings.forEach(reading -> order.reads(reading.type(), reading.stage(), reading.circle()));
        return new StagedRules(
                base,
                types,
                indexes.size(),
                List.copyOf(globals),
                order,
                stages.values().stream().map(Stage::new).toList());
    }

    private StagedRule rule(RuleImpl rule) throws NotStaged {
        if (rule.getSalience().isDynamic() || !rule.getLhs().isAnd()) {
            throw new NotStaged(rule.getName());
        }
        int stage = -rule.getSalience().getValue();
        boolean circle = circles.contains(rule.getName());
        OneRule one = new OneRule(stage, circle);
        Step first = one.steps(rule.getLhs().getChildren(), 0, consequence(rule));
        return new StagedRule(rule.getName(), stage, circle, first, one.conditions);
    }

    private Call consequence(RuleImpl rule) throws NotStaged {
        Object compiled = rule.getConsequence();
        if (!(compiled instanceof InvokerStub stub)) {
            throw new NotStaged("consequence of " + rule.getName());
        }
        try {
            Class<?> type = Class.forName(
                    stub.getPackageName() + '.' + stub.getRuleClassName(),
                    true,
                    compiled.getClass().getClassLoader());
            int[] known =
                    Arrays.stream(stub.getGlobals()).mapToInt(this::numberOf).toArray();
            return Call.of(type, stub.getMethodName(), bound(rule), known);
        } catch (ClassNotFoundException e) {
            throw new NotStaged(String.valueOf(e.getMessage()));
        }
    }

    private int numberOf(String global) {
        if (!globals.contains(global)) {
            globals.add(global);
        }
        return globals.indexOf(global);
    }

    private static Declaration[] bound(RuleImpl rule) throws NotStaged {
        Map<String, Declaration> all = rule.getLhs().getOuterDeclarations();
        String[] names = rule.getRequiredDeclarationsForConsequence(RuleImpl.DEFAULT_CONSEQUENCE_NAME);
        Declaration[] used = new Declaration[names.length];
        for (int i = 0; i < names.length; i++) {
            Declaration declaration = all.get(names[i]);
            if (declaration == null || declaration.getExtractor() == null) {
                throw new NotStaged(names[i]);
            }
            used[i] = declaration;
        }
        return used;
    }

    /** The conditions of one rule, from the last to the first, each with what comes behind it. */
    private final class OneRule {
        private final int stage;
        private final boolean circle;
        private int conditions;

        OneRule(int stage, boolean circle) {
            this.stage = stage;
            this.circle = circle;
        }

        Step steps(List<? extends RuleConditionElement> elements, int from, Step last) throws NotStaged {
            if (from == elements.size()) {
                return last;
            }
            RuleConditionElement element = elements.get(from);
            if (element instanceof Pattern pattern) {
                return pattern.getSource() == null
                        ? matched(pattern, elements, from, last)
                        : gathered(pattern, elements, from, last);
            }
            if (element instanceof GroupElement group
                    && (group.isNot() || group.isExists())
                    && group.getChildren().size() == 1
                    && group.getChildren().get(0) instanceof Pattern pattern
                    && pattern.getSource() == null) {
                Candidates candidates = candidates(pattern, -1);
                return new Whether(group.isExists(), candidates, steps(elements, from + 1, last));
            }
            if (element instanceof GroupElement group && group.isAnd()) {
                List<RuleConditionElement> flat = new ArrayList<>(group.getChildren());
                flat.addAll(elements.subList(from + 1, elements.size()));
                return steps(flat, 0, last);
            }
            throw new NotStaged(element.getClass().getSimpleName());
        }

        private Step matched(Pattern pattern, List<? extends RuleConditionElement> elements, int from, Step last)
                throws NotStaged {
            Candidates candidates = candidates(pattern, conditions++);
            return new Each(candidates, steps(elements, from + 1, last));
        }

        private Step gathered(Pattern pattern, List<? extends RuleConditionElement> elements, int from, Step last)
                throws NotStaged {
            if (!(pattern.getSource() instanceof Accumulate functions)
                    || !(functions.getSource() instanceof Pattern from1)
                    || from1.getSource() != null
                    || !isAnything(pattern)
                    || circle) {
                throw new NotStaged(String.valueOf(pattern.getSource()));
            }
            Candidates candidates = candidates(from1, -1);
            Check[] checks = Checks.of(pattern.getConstraints());
            int index = pattern.getTupleIndex();
            Step next = steps(elements, from + 1, last);
            return functions instanceof MVELGroupByAccumulate groups
                    ? new Grouped(groups.getInnerAccumulate(), key(groups), candidates, index, checks, next)
                    : new Gathered(functions, candidates, index, checks, next);
        }

        private Candidates candidates(Pattern pattern, int at) throws NotStaged {
            if (!(pattern.getObjectType() instanceof ClassObjectType type)) {
                throw new NotStaged(String.valueOf(pattern.getObjectType()));
            }
            int number = types.number(type.getClassType());
            readings.add(new Reading(number, stage, circle));
            Compared key = null;
            int keys = -1;
            List<Constraint> others = new ArrayList<>(pattern.getConstraints());
            for (Constraint constraint : pattern.getConstraints()) {
                if (!(constraint instanceof MatchCounter)
                        && Checks.of(constraint) instanceof Compared compared
                        && compared.isEquality()) {
                    key = compared;
                    keys = indexOf(number + "#" + compared.name);
                    others.remove(constraint);
                    break;
                }
            }
            return new Candidates(
                    number,
                    at,
                    pattern.getTupleIndex(),
                    key,
                    keys,
                    Checks.of(others),
                    counts(pattern, false),
                    counts(pattern, true));
        }

        private static boolean counts(Pattern pattern, boolean fitting) {
            return pattern.getConstraints().stream()
                    .anyMatch(each -> each instanceof MatchCounter counter && counter.isFitting() == fitting);
        }

        private int indexOf(String field) {
            Integer known = indexes.putIfAbsent(field, indexes.size());
            return known == null ? indexes.size() - 1 : known;
        }

        private static boolean isAnything(Pattern pattern) {
            return pattern.getObjectType() instanceof ClassObjectType type && type.getClassType() == Object.class;
        }

        /** The key of groups; Drools keeps it to itself. */
        private static Grouped.Key key(MVELGroupByAccumulate groups) throws NotStaged {
            if (field(groups, "groupingFunction") instanceof ReturnValueExpression function
                    && field(groups, "groupingDeclarations") instanceof Declaration[] bound) {
                return new Grouped.Key(function, bound);
            }
            throw new NotStaged("groupby");
        }

        private static Object field(MVELGroupByAccumulate groups, String name) throws NotStaged {
            try {
                Field field = MVELGroupByAccumulate.class.getDeclaredField(name);
                field.setAccessible(true);
                return field.get(groups);
            } catch (ReflectiveOperationException e) {
                throw new NotStaged("groupby: " + e);
            }
        }
    }
}
