package cn.jinniu.bangban.facts;

import cn.jinniu.bangban.text.Text;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One pass over one request: where it stands, and what it has met so far. Used by one thread, once. */
final class Scan {
    final JsonParser parser;
    final Map<String, Unit> units;
    final Set<String> sectors;
    final LocalDate today;
    final FactErrors errors = new FactErrors();
    /** Whether the request says from which month on periodic duties are listed. */
    boolean firstMonthGiven;

    private final Map<Reference, Set<String>> met = new EnumMap<>(Reference.class);
    private final List<Pending> pending = new ArrayList<>();
    private @Nullable Set<Object> keys;
    private boolean strangers;

    /** A reference to something that had not been met where the reference stood. */
    private record Pending(long place, String pointer, Reference to, String id) {}

    Scan(JsonParser parser, Map<String, Unit> units, Set<String> sectors, LocalDate today) {
        this.parser = parser;
        this.units = units;
        this.sectors = sectors;
        this.today = today;
    }

    /** Reports what is wrong with the value or field the scan stands at. */
    void report(FactErrorCode code, Supplier<Text> message) {
        errors.add(this::pointer, code, message);
    }

    /** Reports what is wrong with a field of the object whose end the scan stands at. */
    void report(Field<?> field, FactErrorCode code, Supplier<Text> message) {
        errors.add(() -> pointer() + "/" + field.name(), code, message);
    }

    /** Reports the value the scan stands at as one of another JSON type than {@code type}'s, and passes it over. */
    void wrongType(ValueType<?> type) {
        report(FactErrorCode.WRONG_TYPE, () -> Wording.wrongType(type.expected(), parser));
        pass();
    }

    /** The pointer to the value or field the scan stands at. */
    private String pointer() {
        return parser.streamReadContext().pathAsPointer().toString();
    }

    /** Passes over the value the scan stands at, whatever it is; objects in it that name a field twice are reported. */
    void pass() {
        if (!parser.currentToken().isStructStart()) {
            return;
        }
        strangers = true;
        Deque<Set<String>> open = new ArrayDeque<>();
        JsonToken token = parser.currentToken();
        while (true) {
            switch (token) {
                case START_OBJECT, START_ARRAY -> open.push(new HashSet<>());
                case END_OBJECT, END_ARRAY -> open.pop();
                case PROPERTY_NAME -> {
                    String name = parser.currentName();
                    if (!open.element().add(name)) {
                        report(FactErrorCode.DUPLICATE_FIELD, () -> Wording.duplicateField(name));
                    }
                }
                default -> {
                    // a plain value
                }
            }
            if (open.isEmpty()) {
                return;
            }
            token = parser.nextToken();
        }
    }

    /** Passes over the value the scan stands at without a look: another value has its pointer. */
    void passUnseen() {
        strangers |= parser.currentToken().isStructStart();
        parser.skipChildren();
    }

    void meetStranger() {
        strangers = true;
    }

    /** Whether the parser was made to remember names that are not the contract's. */
    boolean metStrangers() {
        return strangers;
    }

    /** Begins a list whose elements have keys of their own. @return the keys of the list around it, to end with */
    @Nullable
    Set<Object> beginKeys() {
        Set<Object> outer = keys;
        keys = null;
        return outer;
    }

    void endKeys(@Nullable Set<Object> outer) {
        keys = outer;
    }

    /** Takes a key of the list that is being read. @return whether it was still free */
    boolean take(Object key) {
        if (keys == null) {
            keys = new HashSet<>();
        }
        return keys.add(key);
    }

    /** Notes a fact that others may name. */
    void meet(Reference reference, String id) {
        ids(reference).add(id);
    }

    private Set<String> ids(Reference reference) {
        return met.computeIfAbsent(reference, first -> new HashSet<>());
    }

    /** Notes that the value the scan stands at names a fact, which may come later: the lists come in any order. */
    void refer(Reference to, String id) {
        if (!ids(to).contains(id)) {
            pending.add(new Pending(errors.nextPlace(), pointer(), to, id));
        }
    }

    /** Reports the references to facts that never came. */
    void settleReferences() {
        for (Pending reference : pending) {
            if (!ids(reference.to).contains(reference.id)) {
                errors.add(
                        reference.place,
                        reference::pointer,
                        FactErrorCode.UNKNOWN_REFERENCE,
                        () -> Wording.unknownReference(reference.to, reference.id));
            }
        }
    }
}
