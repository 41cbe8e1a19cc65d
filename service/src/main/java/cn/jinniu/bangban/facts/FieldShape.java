package cn.jinniu.bangban.facts;

import cn.jinniu.bangban.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A field of a JSON object of a request.
 *
 * @param required whether it must be given whatever the other fields are
 * @param otherwise what stands for it when it is left out or null; null when nothing does. An enum constant stands for
 *     its name
 * @param meaning what it says, and when it must or must not be given
 */
public record FieldShape(
        String name,
        Shape shape,
        boolean required,
        @Nullable Object otherwise,
        Text meaning) {}
