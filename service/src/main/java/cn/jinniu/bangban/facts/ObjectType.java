package cn.jinniu.bangban.facts;

import cn.jinniu.bangban.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;

/** A JSON object with a fixed set of fields, and the record that is made of it. */
final class ObjectType<R> implements ValueType<R> {
    private static final JsonFactory MATCHERS = new JsonFactory();

    private final String name;
    private final List<Field<?>> fields;
    private final List<Field<?>> required;
    private final List<ObjectRule> rules;
    private final BiFunction<Values, Scan, R> make;
    private final PropertyNameMatcher names;
    private final Text expected;

    private ObjectType(String name, List<Field<?>> fields, List<ObjectRule> rules, BiFunction<Values, Scan, R> make) {
        this.name = name;
        this.fields = fields;
        required = fields.stream().filter(Field::required).toList();
        this.rules = rules;
        this.make = make;
        names = MATCHERS.constructNameMatcher(
                fields.stream().map(field -> Named.fromString(field.name())).collect(Collectors.toList()), false);
        expected = new Text("对象（" + name + "）", "an object (" + name + ")");
    }

    /** The fields of an object, in the order they are added, and then the object. */
    static final class Builder {
        private final String name;
        private final List<Field<?>> fields = new ArrayList<>();
        private final List<ObjectRule> rules = new ArrayList<>();

        Builder(String name) {
            this.name = name;
        }

        <T> Field<T> required(String field, ValueType<T> type, String zh, String en) {
            return add(new Field<>(fields.size(), field, type, true, null, new Text(zh, en)));
        }

        <T> Field<T> optional(String field, ValueType<T> type, String zh, String en) {
            return add(new Field<>(fields.size(), field, type, false, null, new Text(zh, en)));
        }

        <T> Field<T> optional(String field, ValueType<T> type, T otherwise, String zh, String en) {
            return add(new Field<>(fields.size(), field, type, false, otherwise, new Text(zh, en)));
        }

        <T> Field<List<T>> list(String field, ValueType<T> element, String zh, String en) {
            return optional(field, new ListType<>(element), List.of(), zh, en);
        }

        private <T> Field<T> add(Field<T> field) {
            fields.add(field);
            return field;
        }

        /** Adds what must hold between fields; rules are checked in the order they are added. */
        Builder where(ObjectRule rule) {
            rules.add(rule);
            return this;
        }

        /** @param make makes the record; called only for objects without an error, in requests without one so far */
        <R> ObjectType<R> makes(Function<Values, R> make) {
            return makes((values, scan) -> make.apply(values));
        }

        /** The same, for a record that hangs on the day the request came. */
        <R> ObjectType<R> makes(BiFunction<Values, Scan, R> make) {
            return new ObjectType<>(name, List.copyOf(fields), List.copyOf(rules), make);
        }
    }

    @Override
    public @Nullable R read(Scan scan) {
        if (scan.parser.currentToken() != JsonToken.START_OBJECT) {
            scan.wrongType(this);
            return null;
        }
        Values values = new Values(fields.size());
        int slot;
        while ((slot = scan.parser.nextNameMatch(names)) != PropertyNameMatcher.MATCH_END_OBJECT) {
            if (slot < 0) {
                readStranger(scan);
            } else {
                readField(fields.get(slot), values, scan);
            }
        }
        for (Field<?> field : required) {
            if (!values.given(field)) {
                scan.report(field, FactErrorCode.REQUIRED, () -> Wording.required(field));
            }
        }
        for (ObjectRule rule : rules) {
            rule.check(values, scan);
        }
        return scan.errors.none() ? make.apply(values, scan) : null;
    }

    /** The first value of a field that is not null counts; those behind it are not looked at. */
    private static void readField(Field<?> field, Values values, Scan scan) {
        if (!values.name(field)) {
            scan.report(FactErrorCode.DUPLICATE_FIELD, () -> Wording.duplicateField(field.name()));
        }
        JsonToken token = scan.parser.nextToken();
        if (values.given(field)) {
            scan.passUnseen();
        } else if (token != JsonToken.VALUE_NULL) {
            values.give(field, field.type().read(scan));
        }
    }

    private void readStranger(Scan scan) {
        String stranger = scan.parser.currentName();
        scan.meetStranger();
        scan.report(FactErrorCode.UNKNOWN_FIELD, () -> {
            List<String> known = fields.stream().map(Field::name).toList();
            return Wording.unknownField(stranger, known);
        });
        scan.parser.nextToken();
        scan.pass();
    }

    @Override
    public Text expected() {
        return expected;
    }

    @Override
    public Shape.ObjectShape shape() {
        return new Shape.ObjectShape(name, fields.stream().map(Field::shape).toList());
    }
}
