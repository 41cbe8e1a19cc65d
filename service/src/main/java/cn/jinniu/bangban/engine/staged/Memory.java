package cn.jinniu.bangban.engine.staged;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.drools.base.base.BaseClassFieldReader;
import org.drools.base.base.ValueResolver;
import org.jspecify.annotations.Nullable;

/** The working memory of one decision: facts by type, in the order they came, and by the fields that rules join on. */
final class Memory {
    /** Looking at so few facts costs less than finding the right one by a key. */
    private static final int FEW = 8;

    /** Nothing is ever added to it. */
    private static final ArrayList<Held> NONE = new ArrayList<>(0);

    private final FactTypes types;
    private final @Nullable ArrayList<Held>[] byType;
    private final @Nullable Index[] indexes;
    private int sequence;

    /** Facts of one type by the value of one field; how many of the type are in it already. */
    private static final class Index {
        private final Map<@Nullable Object, ArrayList<Held>> byKey = new HashMap<>();
        private int entered;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    Memory(FactTypes types, int indexes) {
        this.types = types;
        this.byType = new ArrayList[types.size()];
        this.indexes = new Index[indexes];
    }

    /** Adds a fact, and gives the numbers of its types. */
    int[] add(Object fact) {
        int[] numbers = types.of(fact);
        Held held = new Held(fact, sequence++);
        for (int number : numbers) {
            ArrayList<Held> facts = byType[number];
            if (facts == null) {
                facts = new ArrayList<>();
                byType[number] = facts;
            }
            facts.add(held);
        }
        return numbers;
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
            found = new Index();
            indexes[index] = found;
        }
        for (; found.entered < facts.size(); found.entered++) {
            Held held = facts.get(found.entered);
            found.byKey
                    .computeIfAbsent(field.getValue(resolver, held.fact), absent -> new ArrayList<>(4))
                    .add(held);
        }
        return found.byKey.getOrDefault(value, NONE);
    }
}
