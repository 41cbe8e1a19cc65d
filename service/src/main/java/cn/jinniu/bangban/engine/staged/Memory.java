package cn.jinniu.bangban.engine.staged;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.drools.base.base.BaseClassFieldReader;
import org.drools.base.base.ValueResolver;
import org.jspecify.annotations.Nullable;

/**
 * The working memory of one decision: facts by type, in the order they came, and by the fields that rules join on. While no
 * facts are added, many threads may look at it.
 */
final class Memory {
    /** Looking at so few facts costs less than finding the right one by a key. */
    private static final int FEW = 8;

    /** Nothing is ever added to it. */
    private static final ArrayList<Held> NONE = new ArrayList<>(0);

    private final FactTypes types;
    private final @Nullable ArrayList<Held>[] byType;
    private final @Nullable Index[] indexes;
    private int sequence;

    /** Facts of one type by the value of one field; how many of the type are in it already. Safe for many threads. */
    private static final class Index {
        private final Map<@Nullable Object, ArrayList<Held>> byKey = new HashMap<>();
        /** Written behind the entries it counts, so that whoever reads it finds them. */
        private volatile int entered;

        /** Enters what came since. */
        synchronized void enter(ArrayList<Held> facts, BaseClassFieldReader field, ValueResolver resolver) {
            for (int i = entered; i < facts.size(); i++) {
                Held held = facts.get(i);
                byKey.computeIfAbsent(field.getValue(resolver, held.fact), absent -> new ArrayList<>(4))
                        .add(held);
            }
            entered = facts.size();
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    Memory(FactTypes types, int indexes) {
        this.types = types;
        this.byType = new ArrayList[types.size()];
        this.indexes = new Index[indexes];
    }

    /** The numbers of a fact's types. */
    int[] types(Object fact) {
        return types.of(fact);
    }

    /** Adds a fact of types of these numbers. */
    void add(Object fact, int[] numbers) {
        Held held = new Held(fact, sequence++);
        for (int number : numbers) {
            ArrayList<Held> facts = byType[number];
            if (facts == null) {
                facts = new ArrayList<>();
                byType[number] = facts;
            }
            facts.add(held);
        }
    }

    /** How many facts there are. */
    int size() {
        return sequence;
    }

    /** All facts of a type. */
    ArrayList<Held> of(int type) {
        ArrayList<Held> facts = byType[type];
        return facts == null ? NONE : facts;
    }

    /** Facts of a type among which are all whose field has a value; the others among them are to be sorted out. */
    ArrayList<Held> of(
            int type, int index, BaseClassFieldReader field, @Nullable Object value, ValueResolver resolver) {
        ArrayList<Held> facts = of(type);
        if (facts.size() <= FEW) {
            return facts;
        }
        Index found = indexes[index];
        if (found == null) {
            found = begun(index);
        }
        if (found.entered < facts.size()) {
            found.enter(facts, field, resolver);
        }
        return found.byKey.getOrDefault(value, NONE);
    }

    private synchronized Index begun(int index) {
        Index begun = indexes[index];
        if (begun == null) {
            begun = new Index();
            indexes[index] = begun;
        }
        return begun;
    }
}
