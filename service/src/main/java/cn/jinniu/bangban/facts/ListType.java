package cn.jinniu.bangban.facts;

import cn.jinniu.bangban.text.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** A list of values of one kind, none of them null. */
record ListType<T>(ValueType<T> element) implements ValueType<List<T>> {
    private static final Text EXPECTED = new Text("数组", "an array");

    @Override
    public @Nullable List<T> read(Scan scan) {
        if (scan.parser.currentToken() != JsonToken.START_ARRAY) {
            scan.wrongType(this);
            return null;
        }
        List<T> elements = List.of();
        Set<Object> outerKeys = scan.beginKeys();
        while (scan.parser.nextToken() != JsonToken.END_ARRAY) {
            T value = element.read(scan);
            if (elements.isEmpty()) {
                elements = new ArrayList<>();
                elements.add(value);
            } else if (scan.errors.none()) {
                // Once the request is refused, nobody wants to know more than whether there were any.
                elements.add(value);
            }
        }
        scan.endKeys(outerKeys);
        return Collections.unmodifiableList(elements);
    }

    @Override
    public Text expected() {
        return EXPECTED;
    }

    @Override
    public Shape shape() {
        return new Shape.ListShape(element.shape());
    }
}
