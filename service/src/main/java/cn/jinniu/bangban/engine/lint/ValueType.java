package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.text.Text;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a value.
 *
 * @param type its class; null where there is none, for a type that a rule file declares too
 * @param element what a collection holds; null for others
 * @param declared the name of a type that a rule file declares; empty for others
 */
record ValueType(
        Kind kind, @Nullable Class<?> type, @Nullable ValueType element, String declared) {
    /** Values of one kind can be compared, with the exceptions that {@link #isLike} makes. */
    enum Kind {
        TRUTH("是否值", "a yes or no"),
        NUMBER("数字", "a number"),
        TEXT("文字", "a text"),
        DATE("日期", "a date"),
        MONTH("月份", "a month"),
        ENUM("类别", "one of a list of words"),
        COLLECTION("列表", "a list"),
        OBJECT("对象", "a thing"),
        NULL("空", "nothing"),
        UNKNOWN("", "");

        private final Text said;

        Kind(String zh, String en) {
            this.said = new Text(zh, en);
        }
    }

    static final ValueType UNKNOWN = new ValueType(Kind.UNKNOWN, null, null, "");
    static final ValueType NOTHING = new ValueType(Kind.NULL, null, null, "");
    static final ValueType TRUTH = new ValueType(Kind.TRUTH, boolean.class, null, "");
    static final ValueType NUMBER = new ValueType(Kind.NUMBER, null, null, "");
    static final ValueType TEXT = new ValueType(Kind.TEXT, String.class, null, "");
    static final ValueType DATE = new ValueType(Kind.DATE, LocalDate.class, null, "");

    static ValueType declared(String name) {
        return new ValueType(Kind.OBJECT, null, null, name);
    }

    static ValueType listOf(ValueType element) {
        return new ValueType(Kind.COLLECTION, Collection.class, element, "");
    }

    static ValueType of(Type type) {
        if (type instanceof Class<?> plain) {
            return of(plain, UNKNOWN);
        }
        if (type instanceof ParameterizedType with && with.getRawType() instanceof Class<?> raw) {
            Type[] arguments = with.getActualTypeArguments();
            return of(raw, arguments.length == 1 ? of(arguments[0]) : UNKNOWN);
        }
        return UNKNOWN;
    }

    private static ValueType of(Class<?> type, ValueType element) {
        if (type == boolean.class || type == Boolean.class) {
            return new ValueType(Kind.TRUTH, type, null, "");
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive() && type != void.class && type != char.class) {
            return new ValueType(Kind.NUMBER, type, null, "");
        }
        if (type == String.class || type == char.class || type == Character.class || type == CharSequence.class) {
            return new ValueType(Kind.TEXT, type, null, "");
        }
        if (type == LocalDate.class) {
            return DATE;
        }
        if (type == YearMonth.class) {
            return new ValueType(Kind.MONTH, type, null, "");
        }
        if (type.isEnum()) {
            return new ValueType(Kind.ENUM, type, null, "");
        }
        if (Collection.class.isAssignableFrom(type)) {
            return new ValueType(Kind.COLLECTION, type, element, "");
        }
        boolean plain = type != Object.class && type != Comparable.class && type != void.class && !type.isArray();
        return plain ? new ValueType(Kind.OBJECT, type, null, "") : UNKNOWN;
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isKnown() {
        return kind != Kind.UNKNOWN;
    }

    /** Whether the value is never null. */
    boolean isPrimitive() {
        return type != null && type.isPrimitive();
    }

    /** Whether it can be equal to another; true where that is not known. */
    boolean isLike(ValueType other) {
        if (!isKnown() || !other.isKnown() || is(Kind.NULL) || other.is(Kind.NULL)) {
            return true;
        }
        if (kind != other.kind) {
            return false;
        }
        if (kind == Kind.ENUM) {
            return type == other.type;
        }
        if (kind != Kind.OBJECT) {
            return true;
        }
        if (type == null || other.type == null) {
            // Declared types may derive from one another; only a declared one and one of Java are surely apart.
            return type == null && other.type == null;
        }
        return type.isInterface()
                || other.type.isInterface()
                || type.isAssignableFrom(other.type)
                || other.type.isAssignableFrom(type);
    }

    /** What it is called. */
    String name() {
        return type != null ? type.getSimpleName() : declared;
    }

    String zh() {
        return kind == Kind.ENUM ? "类别 " + name() : kind == Kind.OBJECT ? name() : kind.said.zh();
    }

    String en() {
        return kind == Kind.ENUM
                ? "a word of " + name()
                : kind == Kind.OBJECT ? "a fact or thing of type " + name() : kind.said.en();
    }
}
