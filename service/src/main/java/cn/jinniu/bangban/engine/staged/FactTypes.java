package cn.jinniu.bangban.engine.staged;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The types that rules match on, each with a number. A fact belongs to each that it is an instance of. */
final class FactTypes {
    private final List<Class<?>> types = new ArrayList<>();

    /** A hash table of classes by identity, a power of two long, never full; copied to be added to. */
    private volatile @Nullable Known[] table = new Known[64];

    private int known;

    private record Known(Class<?> type, int[] numbers) {}

    /** The number of a type, a new one where it has none yet. Not for use once facts are looked up. */
    int number(Class<?> type) {
        int number = types.indexOf(type);
        if (number >= 0) {
            return number;
        }
        types.add(type);
        return types.size() - 1;
    }

    int size() {
        return types.size();
    }

    /** The numbers of the types that a fact belongs to. */
    int[] of(Object fact) {
        Class<?> type = fact.getClass();
        @Nullable Known[] in = table;
        Known found = in[place(type, in)];
        return found == null ? numbers(type) : found.numbers;
    }

    private static int place(Class<?> type, @Nullable Known[] in) {
        int mask = in.length - 1;
        int place = System.identityHashCode(type) & mask;
        for (Known at = in[place]; at != null && at.type != type; at = in[place]) {
            place = place + 1 & mask;
        }
        return place;
    }

    private synchronized int[] numbers(Class<?> type) {
        @Nullable Known[] copy = table.clone();
        if (4 * ++known > 3 * copy.length) {
            copy = new Known[2 * copy.length];
            for (Known each : table) {
                if (each != null) {
                    copy[place(each.type, copy)] = each;
                }
            }
        }
        int[] numbers = IntStream.range(0, types.size())
                .filter(number -> types.get(number).isAssignableFrom(type))
                .toArray();
        copy[place(type, copy)] = new Known(type, numbers);
        table = copy;
        return numbers;
    }
}
