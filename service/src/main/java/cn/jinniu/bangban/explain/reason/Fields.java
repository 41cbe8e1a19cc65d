package cn.jinniu.bangban.explain.reason;

import cn.jinniu.bangban.explain.model.FieldShown;
import cn.jinniu.bangban.explain.model.Origin;
import cn.jinniu.bangban.vocabulary.AsOf;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which fields rules read of facts, and where in the request their values come from. */
final class Fields {
    private static final Pattern CHAIN = Pattern.compile(
            "([$\\p{L}_][\\p{L}\\p{N}_$]*)((?:\\s*\\.\\s*[\\p{L}_][\\p{L}\\p{N}_]*(?:\\s*\\(\\s*\\))?)+)(?!\\s*[\\p{L}\\p{N}_(])");

    private final Scene scene;

    Fields(Scene scene) {
        this.scene = scene;
    }

    /** The fields of a fact's type that an expression reads, as chains of names. */
    static Set<List<String>> read(Expression expression, Class<?> type) {
        Set<List<String>> chains = new LinkedHashSet<>();
        collect(expression, type, chains);
        return chains;
    }

    private static void collect(@Nullable Expression expression, Class<?> type, Set<List<String>> chains) {
        List<String> chain = chain(expression);
        if (chain != null) {
            if (!chain.get(0).startsWith("$") && Evaluator.accessor(type, chain.get(0)) != null) {
                chains.add(chain);
            }
        } else if (expression instanceof Expression.Field field) {
            collect(field.of(), type, chains);
        } else if (expression instanceof Expression.Call call) {
            collect(call.of(), type, chains);
            call.arguments().forEach(argument -> collect(argument, type, chains));
        } else if (expression instanceof Expression.Operation operation) {
            collect(operation.left(), type, chains);
            collect(operation.right(), type, chains);
        } else if (expression instanceof Expression.Not not) {
            collect(not.of(), type, chains);
        } else if (expression instanceof Expression.Minus minus) {
            collect(minus.of(), type, chains);
        } else if (expression instanceof Expression.Among among) {
            collect(among.of(), type, chains);
            among.values().forEach(value -> collect(value, type, chains));
        } else if (expression instanceof Expression.Choice choice) {
            collect(choice.test(), type, chains);
            collect(choice.then(), type, chains);
            collect(choice.otherwise(), type, chains);
        }
    }

    /** The names of {@code a.b.c}; null for any other expression. */
    static @Nullable List<String> chain(@Nullable Expression expression) {
        if (expression instanceof Expression.Name name) {
            return List.of(name.name());
        } else if (expression instanceof Expression.Field field) {
            List<String> of = chain(field.of());
            if (of == null) {
                return null;
            }
            List<String> longer = new ArrayList<>(of);
            longer.add(field.name());
            return longer;
        }
        return null;
    }

    /** The chains of fields that a consequence reads of a variable. */
    static Set<List<String>> readOf(String variable, String consequence) {
        Set<List<String>> chains = new LinkedHashSet<>();
        Matcher matcher = CHAIN.matcher(consequence);
        while (matcher.find()) {
            if (matcher.group(1).equals(variable)) {
                List<String> chain = new ArrayList<>();
                for (String name :
                        matcher.group(2).replaceAll("[\\s()]", "").substring(1).split("\\.")) {
                    chain.add(name);
                }
                chains.add(chain);
            }
        }
        return chains;
    }

    /** Whether a text speaks of a variable. */
    static boolean mentions(String variable, String text) {
        for (int at = text.indexOf(variable); at >= 0; at = text.indexOf(variable, at + 1)) {
            int end = at + variable.length();
            boolean begins = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
            if (begins && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    /** A field of a fact with its value and where that comes from; null where it is the fact's part, and no value. */
    @Nullable
    FieldShown shown(Object fact, List<String> chain) {
        Object owner = fact;
        Object value = fact;
        StringBuilder name = new StringBuilder();
        String last = "";
        for (String each : chain) {
            if (value == null || value == Evaluator.UNKNOWN || Evaluator.accessor(value.getClass(), each) == null) {
                break;
            }
            if (Graph.isFact(value.getClass())) {
                owner = value;
                last = each;
                name.setLength(0); // the fact it is a field of says enough
            }
            value = Evaluator.field(value, each);
            name.append(name.isEmpty() ? "" : ".").append(each);
        }
        boolean part = value != null && Graph.isFact(value.getClass());
        return last.isEmpty() || part
                ? null
                : new FieldShown(name.toString(), Shown.value(value), origins(owner, last));
    }

    /** The fields of the request that a field of a fact hangs on. */
    List<Origin> origins(Object fact, String field) {
        List<Origin> origins = new ArrayList<>();
        List<Object> parts = scene.parts(fact);
        for (Leaves.Leaf leaf : Leaves.of(fact.getClass(), field)) {
            for (Object part : parts) {
                Origin origin = leaf.type().isInstance(part) ? origin(part, leaf.component()) : null;
                if (origin != null && !origins.contains(origin)) {
                    origins.add(origin);
                }
            }
        }
        return origins;
    }

    private @Nullable Origin origin(Object part, String component) {
        if (part instanceof AsOf asOf) {
            return component.equals("day")
                    ? new Origin("/asOf", asOf.day().toString(), false)
                    : new Origin("/reportingFrom", asOf.reportingFrom().toString(), false);
        }
        SentFacts.Sent sent = scene.sent.of(part);
        if (sent == null) {
            return null;
        }
        Object raw = Evaluator.field(sent.raw(), component);
        Object seen = Evaluator.field(part, component);
        String pointer = scene.sent.pointer(sent, component);
        return pointer == null ? null : new Origin(pointer, Shown.value(raw), raw != null && seen == null);
    }
}
