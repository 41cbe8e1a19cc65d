package cn.jinniu.bangban.engine.staged;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The types that rules match on, each with a number. A fact belongs to each that it is an instance of. */
final class FactTypes {
    private final List<Class<?>> types = new ArrayList<>();
    private final Map<Class<?>, int[]> numbersByClass = new ConcurrentHashMap<>();

    /** The number of a type, a new one where it has none yet. Not for use once facts are looked up. */
    int number(Class<?> type) {
        int known = types.indexOf(type);
        if (known >= 0) {
            return known;
        }
        types.add(type);
        return types.size() - 1;
    }

    int size() {
        return types.size();
    }

    /** The numbers of the types that a fact belongs to. */
    int[] of(Object fact) {
        int[] known = numbersByClass.get(fact.getClass());
        return known == null ? numbersByClass.computeIfAbsent(fact.getClass(), this::numbers) : known;
    }

    private int[] numbers(Class<?> type) {
        return IntStream.range(0, types.size())
                .filter(number -> types.get(number).isAssignableFrom(type))
                .toArray();
    }
}
