package cn.jinniu.bangban.facts;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of one JSON object's fields while it is read. */
final class Values {
    private final @Nullable Object[] values;
    private long named;
    private long given;

    Values(int fields) {
        values = new Object[fields];
    }

    /** Notes that the field was named, and says whether it is the first time. */
    boolean name(Field<?> field) {
        long before = named;
        named |= bit(field);
        return named != before;
    }

    /**
     * Notes a field's value that is not null in the JSON.
     *
     * @param value null where the value is wrong
     */
    void give(Field<?> field, @Nullable Object value) {
        given |= bit(field);
        values[field.slot()] = value;
    }

    /** Whether the field has a value that is not null, right or wrong. */
    boolean given(Field<?> field) {
        return (given & bit(field)) != 0;
    }

    /** The field's value, or what stands for it when it has none; null where there is neither. */
    <T> @Nullable T get(Field<T> field) {
        T value = right(field);
        return value == null ? field.otherwise() : value;
    }

    /** The value of a field that is required or has a default. */
    <T> T need(Field<T> field) {
        return Objects.requireNonNull(get(field), field.name());
    }

    /** The field's own value; null where it has none or a wrong one. */
    @SuppressWarnings("unchecked") // give() puts into a field's slot only what the field's type has read
    <T> @Nullable T right(Field<T> field) {
        return (T) values[field.slot()];
    }

    private static long bit(Field<?> field) {
        return 1L << field.slot();
    }
}
