package cn.jinniu.bangban.explain.reason;

import cn.jinniu.bangban.engine.trace.Condition;
import cn.jinniu.bangban.engine.trace.RuleParts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule whose consequence was read as far as it says what the rule gives. */
final class ReadRule {
    /** Types that answers become facts of. */
    static final String DUTY = "Duty";

    static final String POST = "PostToFill";

    /**
     * An answer that a rule gives.
     *
     * @param word which kind: owe, determine or alert
     * @param code its code; null where the rule takes over another's
     * @param words what is said of it, by the word that says it
     */
    record Saying(String word, @Nullable String code, Map<String, List<Expression>> words) {
        @Nullable
        Expression first(String of) {
            List<Expression> arguments = words.get(of);
            return arguments == null || arguments.isEmpty() ? null : arguments.get(0);
        }
    }

    private final RuleParts parts;
    private final List<Saying> sayings = new ArrayList<>();
    private final List<Expression.Make> inserts = new ArrayList<>();
    private final List<ExpressionParser.Local> locals;
    private final Set<String> gives = new LinkedHashSet<>();

    ReadRule(RuleParts parts) {
        this.parts = parts;
        String consequence = parts.consequence();
        for (Expression said : ExpressionParser.beginningWith("answers", consequence)) {
            Saying saying = saying(said);
            if (saying != null) {
                sayings.add(saying);
                if (saying.word.equals("owe")) {
                    gives.add(saying.words.containsKey("toFill") ? POST : DUTY);
                }
            }
        }
        for (Expression inserted : ExpressionParser.beginningWith("insert", consequence)) {
            if (inserted instanceof Expression.Call call
                    && call.arguments().size() == 1
                    && call.arguments().get(0) instanceof Expression.Make make) {
                inserts.add(make);
                gives.add(make.type());
            }
        }
        locals = ExpressionParser.locals(consequence);
    }

    private static @Nullable Saying saying(Expression said) {
        Map<String, List<Expression>> words = new LinkedHashMap<>();
        Expression at = said;
        while (true) {
            if (at instanceof Expression.Call call && call.of() != null) {
                words.put(call.name(), call.arguments());
                at = call.of();
            } else if (at instanceof Expression.Field field) {
                words.put(field.name(), List.of());
                at = field.of();
            } else {
                break;
            }
        }
        for (String word : List.of("owe", "determine", "alert")) {
            List<Expression> named = words.get(word);
            if (named != null && named.size() == 1) {
                String code =
                        named.get(0) instanceof Expression.Constant constant && constant.value() instanceof String text
                                ? text
                                : null;
                return new Saying(word, code, words);
            }
        }
        return null;
    }

    RuleParts parts() {
        return parts;
    }

    List<Condition> conditions() {
        return parts.conditions();
    }

    List<Saying> sayings() {
        return sayings;
    }

    List<Expression.Make> inserts() {
        return inserts;
    }

    /** What a variable that the consequence declares stands for; null for none such. */
    @Nullable
    Expression local(String name) {
        for (ExpressionParser.Local local : locals) {
            if (local.name().equals(name)) {
                return local.value();
            }
        }
        return null;
    }

    /** Types of the facts it gives. */
    Set<String> gives() {
        return Collections.unmodifiableSet(gives);
    }

    /** The variables of the conditions and those the consequence declares, as far as these can be worked out. */
    Map<String, Object> withLocals(Map<String, Object> bound, Evaluator evaluator) {
        if (locals.isEmpty()) {
            return bound;
        }
        Map<String, Object> all = new HashMap<>(bound);
        for (ExpressionParser.Local local : locals) {
            all.putIfAbsent(local.name(), evaluator.value(local.value(), all, null));
        }
        return all;
    }
}
