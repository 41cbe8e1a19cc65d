package cn.jinniu.bangban.explain.reason;

import cn.jinniu.bangban.engine.trace.ImportedNames;
import cn.jinniu.bangban.facts.CodePoints;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Works out expressions of rules, as far as that goes: what cannot be worked out is {@link #UNKNOWN}. Calls only what the
 * vocabulary and the plain Java types beside it offer.
 */
final class Evaluator {
    /** What is not known. */
    static final Object UNKNOWN = new Object() {
        @Override
        public String toString() {
            return "?";
        }
    };

    private static final List<String> OPEN = List.of(
            "cn.jinniu.bangban.facts.",
            "cn.jinniu.bangban.vocabulary.",
            "cn.jinniu.bangban.calendar.",
            "cn.jinniu.bangban.ruleset.",
            "cn.jinniu.bangban.decision.",
            "java.time.",
            "java.util.");
    private static final List<String> OPEN_TYPES =
            List.of("java.lang.String", "java.lang.Integer", "java.lang.Long", "java.lang.Boolean", "java.lang.Math");

    private final ImportedNames names;
    private final Map<String, Object> globals;

    /** @param globals what rules find under their names */
    Evaluator(ImportedNames names, Map<String, Object> globals) {
        this.names = names;
        this.globals = globals;
    }

    /**
     * Works an expression out.
     *
     * @param bound the variables; one that stands for {@link #UNKNOWN} makes unknown what hangs on it
     * @param fact the fact whose fields can be named, null for none
     */
    @Nullable
    Object value(Expression expression, Map<String, ?> bound, @Nullable Object fact) {
        if (expression instanceof Expression.Constant constant) {
            return constant.value();
        } else if (expression instanceof Expression.Name name) {
            return name(name.name(), bound, fact);
        } else if (expression instanceof Expression.Field field) {
            Object of = value(field.of(), bound, fact);
            return of instanceof Class<?> type ? ofType(type, field.name()) : field(of, field.name());
        } else if (expression instanceof Expression.Call call) {
            return call(call, bound, fact);
        } else if (expression instanceof Expression.Operation operation) {
            return operation(operation, bound, fact);
        } else if (expression instanceof Expression.Not not) {
            Object of = value(not.of(), bound, fact);
            return of instanceof Boolean truth ? (Object) !truth : UNKNOWN;
        } else if (expression instanceof Expression.Minus minus) {
            Object of = value(minus.of(), bound, fact);
            return of instanceof Number number ? (Object) (-number.longValue()) : UNKNOWN;
        } else if (expression instanceof Expression.Among among) {
            return among(among, bound, fact);
        } else if (expression instanceof Expression.Choice choice) {
            Object test = value(choice.test(), bound, fact);
            return test instanceof Boolean truth
                    ? value(truth ? choice.then() : choice.otherwise(), bound, fact)
                    : UNKNOWN;
        } else if (expression instanceof Expression.Make make) {
            return make(make, bound, fact);
        }
        return UNKNOWN;
    }

    private @Nullable Object name(String name, Map<String, ?> bound, @Nullable Object fact) {
        if (bound.containsKey(name)) {
            return bound.get(name);
        }
        if (name.equals("this") && fact != null) {
            return fact;
        }
        if (fact != null && accessor(fact.getClass(), name) != null) {
            return field(fact, name);
        }
        if (globals.containsKey(name)) {
            return globals.get(name);
        }
        Class<?> type = names.type(name);
        return type == null ? UNKNOWN : type;
    }

    /** A constant of a type, or what a method of the type gives without arguments. */
    private static @Nullable Object ofType(Class<?> type, String name) {
        Object constant = constant(type, name);
        if (constant == UNKNOWN && isOpen(type)) {
            for (Method method : type.getMethods()) {
                boolean fits = method.getName().equals(name) && method.getParameterCount() == 0;
                if (fits && Modifier.isStatic(method.getModifiers())) {
                    return invoke(method, null);
                }
            }
        }
        return constant;
    }

    private static @Nullable Object constant(Class<?> type, String name) {
        if (type.isEnum()) {
            for (Object each : type.getEnumConstants()) {
                if (((Enum<?>) each).name().equals(name)) {
                    return each;
                }
            }
        }
        for (Class<?> within : type.getDeclaredClasses()) {
            if (within.getSimpleName().equals(name) && Modifier.isPublic(within.getModifiers())) {
                return within;
            }
        }
        return UNKNOWN;
    }

    /** A field of something, by the name rules use; unknown where there is none, or it cannot be had. */
    static @Nullable Object field(@Nullable Object of, String name) {
        if (of == null || of == UNKNOWN) {
            return UNKNOWN;
        }
        Method accessor = accessor(of.getClass(), name);
        return accessor == null ? UNKNOWN : invoke(accessor, of);
    }

    /** The method that gives a field of a type; null where it has none. */
    static @Nullable Method accessor(Class<?> type, String name) {
        String capital = name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
        for (String method : List.of(name, "get" + capital, "is" + capital)) {
            try {
                Method found = type.getMethod(method);
                boolean itsOwn = found.getDeclaringClass() != Object.class && !Modifier.isStatic(found.getModifiers());
                if (itsOwn && found.getReturnType() != void.class) {
                    return reachable(found, type);
                }
            } catch (NoSuchMethodException e) {
                // The next name may be one.
            }
        }
        return null;
    }

    /** The same method where it can be called: of an interface, or a public class. */
    private static @Nullable Method reachable(Method method, Class<?> type) {
        if (Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
            return method;
        }
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Class<?> face : each.getInterfaces()) {
                try {
                    return face.getMethod(method.getName(), method.getParameterTypes());
                } catch (NoSuchMethodException e) {
                    // Another one may have it.
                }
            }
        }
        return null;
    }

    private @Nullable Object call(Expression.Call call, Map<String, ?> bound, @Nullable Object fact) {
        List<@Nullable Object> arguments = values(call.arguments(), bound, fact);
        if (arguments.contains(UNKNOWN)) {
            return UNKNOWN;
        }
        if (call.of() == null) {
            return invokeOne(names.functions(call.name()), null, arguments);
        }
        Object of = value(call.of(), bound, fact);
        if (of == null || of == UNKNOWN) {
            return UNKNOWN;
        }
        Class<?> type = of instanceof Class<?> named ? named : of.getClass();
        List<Method> candidates = new ArrayList<>();
        for (Method method : type.getMethods()) {
            boolean fits = method.getName().equals(call.name())
                    && Modifier.isStatic(method.getModifiers()) == of instanceof Class<?>
                    && isOpen(method.getDeclaringClass());
            Method found = fits ? reachable(method, type) : null;
            if (found != null) {
                candidates.add(found);
            }
        }
        return invokeOne(candidates, of instanceof Class<?> ? null : of, arguments);
    }

    private static boolean isOpen(Class<?> type) {
        return OPEN.stream().anyMatch(type.getName()::startsWith) || OPEN_TYPES.contains(type.getName());
    }

    private static @Nullable Object invokeOne(
            List<Method> candidates, @Nullable Object of, List<@Nullable Object> arguments) {
        for (Method method : candidates) {
            Object[] fitting = fitting(method, arguments);
            if (fitting != null && isOpen(method.getDeclaringClass())) {
                return invoke(method, of, fitting);
            }
        }
        return UNKNOWN;
    }

    private @Nullable Object make(Expression.Make make, Map<String, ?> bound, @Nullable Object fact) {
        Class<?> type = names.type(make.type());
        List<@Nullable Object> arguments = values(make.arguments(), bound, fact);
        return type == null || arguments.contains(UNKNOWN) ? UNKNOWN : made(type, arguments);
    }

    /** An instance of an open type; unknown where none can be made of the arguments. */
    static @Nullable Object made(Class<?> type, List<@Nullable Object> arguments) {
        for (Constructor<?> constructor : type.getConstructors()) {
            Object[] fitting = fitting(constructor, arguments);
            if (fitting != null && isOpen(type)) {
                try {
                    return constructor.newInstance(fitting);
                } catch (ReflectiveOperationException | RuntimeException e) {
                    return UNKNOWN;
                }
            }
        }
        return UNKNOWN;
    }

    private List<@Nullable Object> values(List<Expression> expressions, Map<String, ?> bound, @Nullable Object fact) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Expression each : expressions) {
            values.add(value(each, bound, fact));
        }
        return values;
    }

    /** The arguments as a method takes them; null where it does not take them. */
    private static @Nullable Object @Nullable [] fitting(Executable method, List<@Nullable Object> arguments) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length == arguments.size()) {
            Object[] fitting = new Object[types.length];
            boolean fits = true;
            for (int i = 0; i < types.length && fits; i++) {
                fitting[i] = as(types[i], arguments.get(i));
                fits = fitting[i] != UNKNOWN;
            }
            if (fits) {
                return fitting;
            }
        }
        if (method.isVarArgs() && types.length == 1) {
            Class<?> each = types[0].getComponentType();
            Object all = Array.newInstance(each, arguments.size());
            for (int i = 0; i < arguments.size(); i++) {
                Object argument = as(each, arguments.get(i));
                if (argument == UNKNOWN) {
                    return null;
                }
                Array.set(all, i, argument);
            }
            return new Object[] {all};
        }
        return null;
    }

    private static @Nullable Object as(Class<?> type, @Nullable Object value) {
        if (value == null) {
            return type.isPrimitive() ? UNKNOWN : null;
        }
        if (value instanceof Number number) {
            if (type == int.class || type == Integer.class) {
                return number.intValue();
            }
            if (type == long.class || type == Long.class) {
                return number.longValue();
            }
        }
        if (type == boolean.class) {
            return value instanceof Boolean ? value : UNKNOWN;
        }
        return type.isInstance(value) ? value : UNKNOWN;
    }

    private static @Nullable Object invoke(Method method, @Nullable Object of, @Nullable Object... arguments) {
        try {
            if (!Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
                return UNKNOWN;
            }
            return method.invoke(of, arguments);
        } catch (IllegalAccessException | InvocationTargetException | IllegalArgumentException e) {
            return UNKNOWN; // such as a later day than one that is not there
        }
    }

    private @Nullable Object operation(Expression.Operation operation, Map<String, ?> bound, @Nullable Object fact) {
        Object left = value(operation.left(), bound, fact);
        switch (operation.operator()) {
            case "&&" -> {
                return Boolean.FALSE.equals(left) ? Boolean.FALSE : both(left, value(operation.right(), bound, fact));
            }
            case "||" -> {
                return Boolean.TRUE.equals(left) ? Boolean.TRUE : either(left, value(operation.right(), bound, fact));
            }
            default -> {
                Object right = value(operation.right(), bound, fact);
                return left == UNKNOWN || right == UNKNOWN ? UNKNOWN : compared(operation.operator(), left, right);
            }
        }
    }

    private static Object both(@Nullable Object left, @Nullable Object right) {
        if (Boolean.FALSE.equals(right)) {
            return Boolean.FALSE;
        }
        return Boolean.TRUE.equals(left) && Boolean.TRUE.equals(right) ? Boolean.TRUE : UNKNOWN;
    }

    private static Object either(@Nullable Object left, @Nullable Object right) {
        if (Boolean.TRUE.equals(right)) {
            return Boolean.TRUE;
        }
        return Boolean.FALSE.equals(left) && Boolean.FALSE.equals(right) ? Boolean.FALSE : UNKNOWN;
    }

    private static Object compared(String operator, @Nullable Object left, @Nullable Object right) {
        return switch (operator) {
            case "==" -> same(left, right);
            case "!=" -> !same(left, right);
            case "<", "<=", ">", ">=" -> {
                Integer order = order(left, right);
                yield order == null
                        ? (left == null || right == null ? Boolean.FALSE : UNKNOWN)
                        : (Object)
                                switch (operator) {
                                    case "<" -> order < 0;
                                    case "<=" -> order <= 0;
                                    case ">" -> order > 0;
                                    default -> order >= 0;
                                };
            }
            case "contains" -> left instanceof Collection<?> all ? (Object) all.contains(right) : UNKNOWN;
            case "excludes" -> left instanceof Collection<?> all ? (Object) !all.contains(right) : UNKNOWN;
            case "memberOf" -> right instanceof Collection<?> all ? (Object) all.contains(left) : UNKNOWN;
            case "matches" ->
                left instanceof String text && right instanceof String pattern
                        ? (Object) text.matches(pattern)
                        : UNKNOWN;
            case "str startsWith" ->
                left instanceof String text && right instanceof String part ? (Object) text.startsWith(part) : UNKNOWN;
            case "str endsWith" ->
                left instanceof String text && right instanceof String part ? (Object) text.endsWith(part) : UNKNOWN;
            default -> reckoned(operator, left, right);
        };
    }

    private static Object reckoned(String operator, @Nullable Object left, @Nullable Object right) {
        if (!(left instanceof Number one) || !(right instanceof Number other)) {
            return UNKNOWN;
        }
        long a = one.longValue();
        long b = other.longValue();
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> b == 0 ? UNKNOWN : (Object) (a / b);
            case "%" -> b == 0 ? UNKNOWN : (Object) (a % b);
            default -> UNKNOWN;
        };
    }

    /** Whether two values are the same to a rule. */
    static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number one && right instanceof Number other) {
            return one.longValue() == other.longValue();
        }
        return Objects.equals(left, right);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Integer order(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number one && right instanceof Number other) {
            return Long.compare(one.longValue(), other.longValue());
        }
        if (left instanceof String one && right instanceof String other) {
            return CodePoints.ORDER.compare(one, other);
        }
        if (left instanceof Comparable<?> one && right != null && left.getClass() == right.getClass()) {
            return ((Comparable<Object>) one).compareTo(right);
        }
        return null;
    }

    private Object among(Expression.Among among, Map<String, ?> bound, @Nullable Object fact) {
        Object of = value(among.of(), bound, fact);
        List<@Nullable Object> values = values(among.values(), bound, fact);
        if (of == UNKNOWN) {
            return UNKNOWN;
        }
        boolean found = values.stream().anyMatch(each -> same(of, each));
        return found || !values.contains(UNKNOWN) ? (Object) (found != among.negated()) : UNKNOWN;
    }
}
