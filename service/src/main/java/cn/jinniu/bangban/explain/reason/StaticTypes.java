package cn.jinniu.bangban.explain.reason;

import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.engine.trace.Condition;
import cn.jinniu.bangban.facts.KeyProjectList;
import cn.jinniu.bangban.facts.TrainerRequest;
import cn.jinniu.bangban.facts.Unit;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What types the expressions of a rule are of, whatever the facts are. */
final class StaticTypes {
    private final Scene scene;
    private final ReadRule rule;

    StaticTypes(Scene scene, ReadRule rule) {
        this.scene = scene;
        this.rule = rule;
    }

    /** The types of subjects that an answer can be about; nothing where that hangs on the facts. */
    Set<String> subjects(ReadRule.Saying saying) {
        String type = subject(saying);
        if (type != null) {
            return Set.of(type);
        }
        Expression about = saying.first("about");
        return about != null && of(about) == Obligation.class ? ofObligations() : Set.of();
    }

    /** The types of subjects of the obligations that the rule's facts can be about, by the codes they ask for. */
    private Set<String> ofObligations() {
        List<Expression> codes = new ArrayList<>();
        for (Condition condition : rule.conditions()) {
            if (condition instanceof Condition.Fact fact) {
                for (String text : fact.constraints()) {
                    codes.addAll(Matching.atoms(scene.constraint(text).expression()));
                }
            }
        }
        Set<String> types = new TreeSet<>();
        for (ReadRule owing : scene.rules) {
            for (ReadRule.Saying owed : owing.sayings()) {
                boolean asked = owed.word().equals("owe") && owed.code() != null;
                if (asked && fits(String.valueOf(owed.code()), codes)) {
                    String type = new StaticTypes(scene, owing).subject(owed);
                    if (type == null) {
                        return Set.of();
                    }
                    types.add(type);
                }
            }
        }
        return types;
    }

    private boolean fits(String code, List<Expression> codes) {
        return codes.stream()
                .noneMatch(atom -> Boolean.FALSE.equals(scene.evaluator.value(atom, Map.of("code", code), null)));
    }

    /** The contract's type of the subject that an answer is about; null where that hangs on the facts. */
    @Nullable
    String subject(ReadRule.Saying saying) {
        if (saying.words().containsKey("aboutCommissioner")) {
            return "commissioner";
        } else if (saying.words().containsKey("aboutDistrict")) {
            return "district";
        }
        Expression about = saying.first("about");
        Class<?> type = about == null ? null : of(about);
        if (type == Unit.class) {
            return "unit";
        } else if (type == TrainerRequest.class) {
            return "training";
        } else if (type == KeyProjectList.class) {
            return "keyProjectList";
        }
        return type != null && Graph.isSent(type) ? Graph.word(type) : null;
    }

    private @Nullable Class<?> of(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return variable(name.name(), rule.conditions());
        } else if (expression instanceof Expression.Field field) {
            Class<?> of = of(field.of());
            Method accessor = of == null ? null : Evaluator.accessor(of, field.name());
            return accessor == null ? null : accessor.getReturnType();
        }
        return null;
    }

    private @Nullable Class<?> variable(String name, List<Condition> conditions) {
        Expression local = rule.local(name);
        if (local != null) {
            return of(local);
        }
        for (Condition condition : conditions) {
            Class<?> type = within(name, condition);
            if (type != null) {
                return type;
            }
        }
        return null;
    }

    private @Nullable Class<?> within(String name, Condition condition) {
        if (condition instanceof Condition.Fact fact) {
            return within(name, fact);
        } else if (condition instanceof Condition.All all) {
            return variable(name, all.of());
        } else if (condition instanceof Condition.Gathered gathered) {
            if (name.equals(gathered.key()) && gathered.keyExpression() != null) {
                return of(ExpressionParser.expression(gathered.keyExpression()));
            }
            for (Condition.Function function : gathered.functions()) {
                if (name.equals(function.variable()) && !function.of().isEmpty()) {
                    return of(ExpressionParser.expression(function.of()));
                }
            }
            return within(name, gathered.from());
        }
        return null;
    }

    private @Nullable Class<?> within(String name, Condition.Fact fact) {
        Class<?> type = scene.type(fact.type());
        if (name.equals(fact.variable())) {
            return type;
        }
        for (String text : fact.constraints()) {
            ExpressionParser.Bound constraint = scene.constraint(text);
            List<String> chain = Fields.chain(Matching.boundTo(constraint.expression()));
            if (name.equals(constraint.variable()) && chain != null) {
                Class<?> at = type;
                for (String each : chain) {
                    Method accessor = at == null ? null : Evaluator.accessor(at, each);
                    at = accessor == null ? null : accessor.getReturnType();
                }
                return at;
            }
        }
        return null;
    }
}
