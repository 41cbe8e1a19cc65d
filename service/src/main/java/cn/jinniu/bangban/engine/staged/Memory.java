package cn.jinniu.bangban.engine.staged;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.base.base.ValueResolver;
import org.drools.base.rule.accessor.ReadAccessor;
import org.jspecify.annotations.Nullable;

/** The working memory of one decision: facts by type, in the order they came, and by the fields that rules join on. */
final class Memory {
    /** Looking at so few facts costs less than finding the right one by a key. */
    private static final int FEW = 8;

    private static final List<Held> NONE = List.of();

    private final FactTypes types;
    private final @Nullable List<Held>[] byType;
    private final @Nullable Index[] indexes;
    private int sequence;

    /** Facts of one type by the value of one field; how many of the type are in it already. */
    private static final class Index {
        private final Map<@Nullable Object, List<Held>> byKey = new HashMap<>();
        private int entered;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    Memory(FactTypes types, int indexes) {
        this.types = types;
        this.byType = new List[types.size()];
        this.indexes = new Index[indexes];
    }

    /** Adds a fact, and gives the numbers of its types. */
    int[] add(Object fact) {
        int[] numbers = types.of(fact);
        Held held = new Held(fact, sequence++);
        for (int number : numbers) {
            List<Held> facts = byType[number];
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
    List<Held> of(int type) {
        List<Held> facts = byType[type];
        return facts == null ? NONE : facts;
    }

    /** Facts of a type among which are all whose field has a value; the others among them are to be sorted out. */
    List<Held> of(int type, int index, ReadAccessor field, @Nullable Object value, ValueResolver resolver) {
        List<Held> facts = of(type);
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
                    .computeIfAbsent(field.getValue(resolver, held.getObject()), absent -> new ArrayList<>(4))
                    .add(held);
        }
        return found.byKey.getOrDefault(value, NONE);
    }
}
