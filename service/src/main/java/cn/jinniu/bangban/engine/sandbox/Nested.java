package cn.jinniu.bangban.engine.sandbox;

import cn.jinniu.bangban.engine.sandbox.BudgetExceeded.What;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks through collections within collections, which a rule pays for. One that holds another twice, which holds another
 * twice and so on, takes no room; but to compare it or to write it out would never end, and nothing stops that once it has
 * begun. Compiled rules are woven to call this whenever they put one thing into another.
 */
public final class Nested {
    private static final int LARGEST_SCALE = 20_000;
    private static final int LONG_TEXT = 64;

    /** What may hold something else in facts of kinds that rules declare; nothing for any other class. */
    private static final ClassValue<List<Field>> DECLARED = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            ClassLoader loader = type.getClassLoader();
            if (loader == null
                    || loader == Nested.class.getClassLoader()
                    || loader == ClassLoader.getPlatformClassLoader()) {
                return List.of();
            }
            return Arrays.stream(type.getDeclaredFields())
                    .filter(field -> !field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers()))
                    .filter(Field::trySetAccessible)
                    .toList();
        }
    };

    private Nested() {}

    /** Looks at one thing; a plain one costs nothing. */
    public static void look(@Nullable Object made) {
        if (made instanceof Collection<?> collection) {
            within(collection);
        } else if (made instanceof Map<?, ?> map) {
            within(map.keySet());
            within(map.values());
        } else if (made instanceof Object[] array) {
            within(Arrays.asList(array));
        } else if (made instanceof Map.Entry<?, ?> entry) {
            part(entry.getKey());
            part(entry.getValue());
        } else if (made instanceof Optional<?> optional && optional.isPresent()) {
            part(optional.get());
        } else if (made != null) {
            for (Field field : DECLARED.get(made.getClass())) {
                part(value(field, made));
            }
        }
    }

    private static @Nullable Object value(Field field, Object of) {
        try {
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Looks at two things. */
    public static void look(@Nullable Object one, @Nullable Object other) {
        look(one);
        look(other);
    }

    /** A number that is not longer than others may be when it is written out. */
    public static void look(@Nullable BigDecimal number) {
        if (number != null && Math.abs((long) number.scale()) > LARGEST_SCALE) {
            throw new BudgetExceeded(What.SIZE);
        }
    }

    private static void within(Collection<?> collection) {
        for (Object element : collection) {
            part(element);
        }
    }

    private static void part(@Nullable Object part) {
        if (part instanceof CharSequence text) {
            // Written out with the rest, it is as long again.
            if (text.length() > LONG_TEXT) {
                Meter.steps(text.length() / 16);
            }
            return;
        }
        if (part instanceof Collection<?>
                || part instanceof Map<?, ?>
                || part instanceof Map.Entry<?, ?>
                || part instanceof Optional<?>
                || part != null && !DECLARED.get(part.getClass()).isEmpty()) {
            int size = part instanceof Collection<?> collection
                    ? collection.size()
                    : part instanceof Map<?, ?> map ? 2 * map.size() : 1;
            Meter.steps(1L + size);
            look(part);
        }
    }
}
