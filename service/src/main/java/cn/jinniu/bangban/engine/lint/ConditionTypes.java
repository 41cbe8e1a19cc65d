package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.engine.lint.ValueType.Kind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the type of what a condition says; unknown where it cannot. Says nothing of mistakes. */
final class ConditionTypes {
    private final Types types;
    private final Map<String, ValueType> variables;
    private final ValueType fact;

    /** @param fact what the pattern matches, whose fields can be named alone */
    ConditionTypes(Types types, Map<String, ValueType> variables, ValueType fact) {
        this.types = types;
        this.variables = variables;
        this.fact = fact;
    }

    ValueType typeOf(Expr expr) {
        if (expr instanceof Expr.Value value) {
            return switch (value.kind()) {
                case NUMBER -> ValueType.NUMBER;
                case TEXT -> ValueType.TEXT;
                case TRUE, FALSE -> ValueType.TRUTH;
                case NULL -> ValueType.NOTHING;
            };
        } else if (expr instanceof Expr.Name name) {
            ValueType known = name(name.name());
            return known == null ? ValueType.UNKNOWN : known;
        } else if (expr instanceof Expr.Member member) {
            ValueType known = member(member);
            return known == null ? ValueType.UNKNOWN : known;
        } else if (expr instanceof Expr.Call call) {
            ValueType known = call(call);
            return known == null ? ValueType.UNKNOWN : known;
        } else if (expr instanceof Expr.Arithmetic sum) {
            ValueType left = typeOf(sum.left());
            ValueType right = typeOf(sum.right());
            if (sum.operator().equals("+") && (left.is(Kind.TEXT) || right.is(Kind.TEXT))) {
                return ValueType.TEXT;
            }
            return left.is(Kind.NUMBER) && right.is(Kind.NUMBER) ? ValueType.NUMBER : ValueType.UNKNOWN;
        } else if (expr instanceof Expr.Bind bind) {
            return typeOf(bind.value());
        } else if (expr instanceof Expr.Other) {
            return ValueType.UNKNOWN;
        }
        return ValueType.TRUTH;
    }

    /** The type of a name that stands alone; null where it is nothing known. */
    @Nullable
    ValueType name(String name) {
        ValueType variable = variables.get(name);
        if (variable != null) {
            return variable;
        }
        if (fact.isKnown()) {
            ValueType field = types.field(fact, name);
            if (field != null && (field.isKnown() || Types.global(name) == null)) {
                return field;
            }
        }
        ValueType global = Types.global(name);
        if (global != null) {
            return global;
        }
        return types.isType(name) || !fact.isKnown() ? ValueType.UNKNOWN : null;
    }

    /** Whether an expression names a type. */
    boolean isTypeName(Expr expr) {
        return expr instanceof Expr.Name name
                && !variables.containsKey(name.name())
                && Character.isUpperCase(name.name().charAt(0))
                && types.isType(name.name());
    }

    /** The type of a field; null where there is none. */
    @Nullable
    ValueType member(Expr.Member member) {
        if (isTypeName(member.target())) {
            return types.constant(((Expr.Name) member.target()).name(), member.name());
        }
        if (member.target() instanceof Expr.Member || member.target() instanceof Expr.Name) {
            String full = written(member);
            if (full != null
                    && Types.classOf(full) != null
                    && full.contains(".")
                    && full.matches("[a-z].*")
                    && !variables.containsKey(full.substring(0, full.indexOf('.')))
                    && name(full.substring(0, full.indexOf('.'))) == null) {
                return ValueType.UNKNOWN; // a full name of a type
            }
        }
        ValueType target = typeOf(member.target());
        return target.isKnown() && !target.is(Kind.NULL) ? types.field(target, member.name()) : ValueType.UNKNOWN;
    }

    private static @Nullable String written(Expr expr) {
        if (expr instanceof Expr.Name name) {
            return name.name();
        }
        if (expr instanceof Expr.Member member) {
            String before = written(member.target());
            return before == null ? null : before + '.' + member.name();
        }
        return null;
    }

    /** What a call gives; null where there is nothing of the name to call. */
    @Nullable
    ValueType call(Expr.Call call) {
        if (call.target() == null) {
            ValueType function = types.function(call.name());
            if (function != null) {
                return function;
            }
            if (fact.isKnown()) {
                ValueType own = types.method(fact, call.name(), call.arguments().size());
                return own == null ? ValueType.UNKNOWN : own;
            }
            return ValueType.UNKNOWN;
        }
        if (isTypeName(call.target())) {
            Class<?> owner = Types.classOf(((Expr.Name) call.target()).name());
            return owner == null
                    ? ValueType.UNKNOWN
                    : types.method(
                            ValueType.of(owner), call.name(), call.arguments().size());
        }
        ValueType target = typeOf(call.target());
        return target.isKnown() && !target.is(Kind.NULL)
                ? types.method(target, call.name(), call.arguments().size())
                : ValueType.UNKNOWN;
    }
}
