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

    /** Reads the list. With an error anywhere in the request it holds no more elements than it needs to be told empty. */
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
            }
            if (scan.errors.none() || elements.isEmpty()) {
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
