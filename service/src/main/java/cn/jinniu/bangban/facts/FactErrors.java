package cn.jinniu.bangban.facts;

import cn.jinniu.bangban.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The errors found so far in one request. One pointer gets one error: the one whose code comes first in the contract's
 * table, where what is wrong with the field goes before what is wrong with its value.
 */
final class FactErrors {
    /**
     * How many characters of pointers and messages are kept, some 20,000 errors: an answer has to end somewhere when a
     * body is nothing but errors. Errors beyond it are only counted.
     */
    static final int CAPACITY = 4_000_000;

    private record Found(long place, FactError error) {
        FactErrorCode code() {
            return error.code();
        }

        boolean isOfField() {
            return code() == FactErrorCode.UNKNOWN_FIELD || code() == FactErrorCode.DUPLICATE_FIELD;
        }
    }

    /** A field named twice has two values: what is wrong with one of them must not hide that there are two. */
    private static final Comparator<Found> FIRST_FIRST =
            Comparator.comparing((Found found) -> !found.isOfField()).thenComparing(Found::code);

    private final Map<String, Found> found = new LinkedHashMap<>();
    private long places;
    private long room = CAPACITY;
    private long unlisted;

    boolean none() {
        return found.isEmpty() && unlisted == 0;
    }

    /** Takes the next place in the order of the errors, for an error that only later turns out to be one. */
    long nextPlace() {
        return places++;
    }

    /** Neither pointer nor message is made when there is no room for them. */
    void add(Supplier<String> pointer, FactErrorCode code, Supplier<Text> message) {
        add(nextPlace(), pointer, code, message);
    }

    void add(long place, Supplier<String> pointer, FactErrorCode code, Supplier<Text> message) {
        if (room <= 0) {
            unlisted++;
            return;
        }
        FactError error = new FactError(pointer.get(), code, message.get());
        room -= error.pointer().length()
                + error.message().zh().length()
                + error.message().en().length();
        found.merge(error.pointer(), new Found(place, error), FactErrors::first);
    }

    private static Found first(Found old, Found other) {
        return FIRST_FIRST.compare(other, old) < 0 ? other : old;
    }

    Reading.Refused refused() {
        List<Found> all = new ArrayList<>(found.values());
        all.sort(Comparator.comparingLong(Found::place));
        return new Reading.Refused(all.stream().map(Found::error).toList(), unlisted);
    }
}
