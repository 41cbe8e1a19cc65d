package cn.jinniu.bangban.facts;

import cn.jinniu.bangban.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A field of a JSON object: the one place that says what it is called, what it takes and what it means.
 *
 * @param slot its place among the object's fields
 * @param otherwise what stands for it when it is left out or null
 */
record Field<T>(
        int slot,
        String name,
        ValueType<T> type,
        boolean required,
        @Nullable T otherwise,
        Text meaning) {
    FieldShape shape() {
        return new FieldShape(name, type.shape(), required, otherwise, meaning);
    }
}
