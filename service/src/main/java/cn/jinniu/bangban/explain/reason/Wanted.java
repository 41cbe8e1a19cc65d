package cn.jinniu.bangban.explain.reason;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names values with which a constraint that is false would be true. */
final class Wanted {
    private final Scene scene;

    Wanted(Scene scene) {
        this.scene = scene;
    }

    /** Values of what is read, any of which would do; none where none can be named, or none must be there. */
    List<Object> values(Expression constraint, Map<String, Object> bound, @Nullable Object fact) {
        Set<Object> values = new LinkedHashSet<>();
        collect(constraint, bound, fact, values);
        return List.copyOf(values);
    }

    private void collect(Expression constraint, Map<String, Object> bound, @Nullable Object fact, Set<Object> values) {
        if (constraint instanceof Expression.Operation operation) {
            operation(operation, bound, fact, values);
        } else if (constraint instanceof Expression.Among among && !among.negated()) {
            among.values().forEach(each -> add(scene.evaluator.value(each, bound, fact), values));
        } else if (constraint instanceof Expression.Not) {
            values.add(Boolean.FALSE);
        } else if (constraint instanceof Expression.Name || constraint instanceof Expression.Field) {
            values.add(Boolean.TRUE);
        }
    }

    private void operation(
            Expression.Operation operation, Map<String, Object> bound, @Nullable Object fact, Set<Object> values) {
        String operator = operation.operator();
        if (operator.equals("||") || operator.equals("&&")) {
            collect(operation.left(), bound, fact, values);
            collect(operation.right(), bound, fact, values);
            return;
        }
        Object left = scene.evaluator.value(operation.left(), bound, fact);
        Object right = scene.evaluator.value(operation.right(), bound, fact);
        switch (operator) {
            case "==", ">=", "<=", "contains" -> add(right, values);
            case ">" -> add(next(right, 1), values);
            case "<" -> add(next(right, -1), values);
            case "!=" -> {
                if (right == null) {
                    day(operation.left(), fact, values);
                } else if (left instanceof Boolean truth) {
                    values.add(!truth);
                }
            }
            default -> {
                // No value can be named.
            }
        }
    }

    private void day(Expression field, @Nullable Object fact, Set<Object> values) {
        List<String> chain = Fields.chain(field);
        var accessor = chain == null || fact == null ? null : Evaluator.accessor(fact.getClass(), chain.get(0));
        if (accessor != null && accessor.getReturnType() == LocalDate.class) {
            values.add(scene.asOf.toString());
        }
    }

    private static @Nullable Object next(@Nullable Object value, int step) {
        if (value instanceof LocalDate day && !day.equals(LocalDate.MAX)) {
            return day.plusDays(step);
        }
        return value instanceof Number number ? (Object) (number.longValue() + step) : null;
    }

    private static void add(@Nullable Object value, Set<Object> values) {
        Object shown = Shown.value(value);
        if (shown != null) {
            values.add(shown);
        }
    }
}
