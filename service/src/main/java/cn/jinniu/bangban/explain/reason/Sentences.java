package cn.jinniu.bangban.explain.reason;

import cn.jinniu.bangban.explain.model.FactShown;
import cn.jinniu.bangban.explain.model.FieldShown;
import cn.jinniu.bangban.explain.model.Origin;
import cn.jinniu.bangban.explain.model.RuleShown;
import cn.jinniu.bangban.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words what failed and what would be needed. */
final class Sentences {
    private final Scene scene;

    Sentences(Scene scene) {
        this.scene = scene;
    }

    /**
     * What follows for a rule from something said before.
     *
     * @param missing what it would have derived; null for an answer
     */
    static Text so(Text said, RuleShown rule, @Nullable Text missing) {
        Text follows = missing == null
                ? new Text("不适用", "does not apply")
                : new Text("未得出“" + missing.zh() + "”", "gives no " + missing.en());
        return new Text(
                said.zh() + "；因此 " + rule.clause() + "（" + rule.saying().zh() + "）" + follows.zh(),
                said.en() + "; so " + rule.clause() + " (" + rule.saying().en() + ") " + follows.en());
    }

    /** A fact by its name. */
    static Text named(FactShown fact) {
        String id = fact.id() == null ? "" : " " + fact.id();
        return new Text(fact.called().zh() + id, fact.called().en() + id);
    }

    /** Some fields with what they were. */
    Text met(@Nullable FactShown fact, List<FieldShown> met) {
        Text of = fact == null ? new Text("", "") : owner(fact, met);
        return join(met, "，", ", ", field -> {
            Text said = field(field);
            return new Text(
                    (of.zh().isEmpty() ? "" : of.zh() + " 的 ") + '`' + field.name() + "` " + said.zh(),
                    '`' + field.name() + '`' + (of.en().isEmpty() ? "" : " of " + of.en()) + ' ' + said.en());
        });
    }

    /** The fact that the request has these fields of; the fact itself where they are of several, or of none. */
    private Text owner(FactShown fact, List<FieldShown> met) {
        SentFacts.Sent owner = null;
        for (FieldShown field : met) {
            for (Origin origin : field.origins()) {
                String pointer = origin.pointer().substring(0, origin.pointer().lastIndexOf('/'));
                SentFacts.Sent sent = scene.sent.at(pointer);
                if (sent == null || owner != null && owner != sent) {
                    return named(fact);
                }
                owner = sent;
            }
        }
        return owner == null ? named(fact) : named(FactsShown.notYet(owner, List.of()));
    }

    private Text field(FieldShown field) {
        String own = last(field.name());
        List<Origin> others = field.origins().stream()
                .filter(origin -> origin.notYet() || !last(origin.pointer()).equals(own))
                .toList();
        Text is = is(field.value());
        if (others.isEmpty()) {
            return is;
        }
        if (others.size() == 1 && last(others.get(0).pointer()).equals(own)) {
            return origin(others.get(0));
        }
        Text why = join(others, "，", ", ", origin -> {
            Text said = origin(origin);
            return new Text(
                    '`' + last(origin.pointer()) + "` " + said.zh(), '`' + last(origin.pointer()) + "` " + said.en());
        });
        return new Text(is.zh() + "（" + why.zh() + "）", is.en() + " (" + why.en() + ")");
    }

    private static String last(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('.')) + 1);
    }

    private Text origin(Origin origin) {
        return origin.notYet()
                ? new Text(
                        "为 " + origin.sent() + "，晚于决定日 " + scene.asOf,
                        "is " + origin.sent() + ", after the day decided for (" + scene.asOf + ")")
                : is(origin.sent());
    }

    private static Text is(@Nullable Object value) {
        if (value == null) {
            return new Text("未填写", "is absent");
        } else if (value instanceof List<?> list && list.isEmpty()) {
            return new Text("为空", "is empty");
        }
        Text shown = shown(value);
        return new Text("为 " + shown.zh(), "is " + shown.en());
    }

    private static Text shown(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? new Text("是", "true") : new Text("否", "false");
        } else if (value instanceof List<?> list) {
            return new Text(
                    list.stream().map(String::valueOf).collect(Collectors.joining("、")),
                    list.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return new Text(value.toString(), value.toString());
    }

    private static <T> Text join(List<T> parts, String zh, String en, Function<T, Text> says) {
        List<Text> said = parts.stream().map(says).toList();
        return new Text(
                said.stream().map(Text::zh).collect(Collectors.joining(zh)),
                said.stream().map(Text::en).collect(Collectors.joining(en)));
    }

    /** What an expression asks of a fact. */
    Text needed(Expression expression, Map<String, Object> bound, @Nullable Object fact) {
        if (expression instanceof Expression.Operation operation) {
            return operation(operation, bound, fact);
        } else if (expression instanceof Expression.Not not) {
            Text of = needed(not.of(), bound, fact);
            return not.of() instanceof Expression.Name || not.of() instanceof Expression.Field
                    ? new Text("为否", "false")
                    : new Text("并非（" + of.zh() + "）", "not (" + of.en() + ")");
        } else if (expression instanceof Expression.Among among) {
            String values = among.values().stream()
                    .map(value -> plain(value, bound, fact))
                    .collect(Collectors.joining(", "));
            return among.negated()
                    ? new Text("不是 " + values + " 之一", "none of " + values)
                    : new Text("为 " + values + " 之一", "one of " + values);
        }
        return new Text("为是", "true");
    }

    private Text operation(Expression.Operation operation, Map<String, Object> bound, @Nullable Object fact) {
        String operator = operation.operator();
        if (operator.equals("||") || operator.equals("&&")) {
            Text left = named(operation.left(), bound, fact);
            Text right = named(operation.right(), bound, fact);
            return operator.equals("||")
                    ? new Text(left.zh() + "，或者 " + right.zh(), left.en() + ", or " + right.en())
                    : new Text(left.zh() + "，并且 " + right.zh(), left.en() + ", and " + right.en());
        }
        Object value = scene.evaluator.value(operation.right(), bound, fact);
        boolean day = value instanceof LocalDate;
        String right = plain(operation.right(), bound, fact);
        return switch (operator) {
            case "==" -> value == null ? new Text("不填写", "none") : new Text("为 " + right, right);
            case "!=" -> value == null ? given(operation.left(), fact) : new Text("不为 " + right, "other than " + right);
            case "<" ->
                day ? new Text("早于 " + right, "before " + right) : new Text("小于 " + right, "less than " + right);
            case "<=" ->
                day ? new Text("不晚于 " + right, "not after " + right) : new Text("不大于 " + right, "at most " + right);
            case ">" -> day ? new Text("晚于 " + right, "after " + right) : new Text("大于 " + right, "more than " + right);
            case ">=" ->
                day ? new Text("不早于 " + right, "not before " + right) : new Text("不小于 " + right, "at least " + right);
            case "contains" -> new Text("包含 " + right, "with " + right);
            case "excludes" -> new Text("不含 " + right, "without " + right);
            default -> new Text(operator + ' ' + right, operator + ' ' + right);
        };
    }

    private static Text given(Expression field, @Nullable Object fact) {
        List<String> chain = Fields.chain(field);
        var accessor = chain == null || fact == null ? null : Evaluator.accessor(fact.getClass(), chain.get(0));
        return accessor != null && accessor.getReturnType() == LocalDate.class
                ? new Text("有不晚于决定日的日期", "a day not after the day decided for")
                : new Text("已填写", "a value");
    }

    /** What an expression asks, with the field it asks it of. */
    private Text named(Expression expression, Map<String, Object> bound, @Nullable Object fact) {
        Text needed = needed(expression, bound, fact);
        Expression of = expression instanceof Expression.Operation operation && operation.isComparison()
                ? operation.left()
                : expression;
        List<String> chain = Fields.chain(of);
        String field = chain == null ? "" : '`' + String.join(".", chain) + "` ";
        return new Text(field + needed.zh(), field + needed.en());
    }

    private String plain(Expression expression, Map<String, Object> bound, @Nullable Object fact) {
        Object value = Shown.value(scene.evaluator.value(expression, bound, fact));
        return value == null ? "?" : value.toString();
    }
}
