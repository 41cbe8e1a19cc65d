package cn.jinniu.bangban.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How one list of answers changed. Each list is in the contract's order.
 *
 * @param added answers that were not there before, as they are after
 * @param removed answers that are not there after, as they were before
 * @param changed answers that say something else
 */
public record AnswerChanges<A>(List<A> added, List<A> removed, List<AnswerChange<A>> changed) {
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    /** The same changes, less those of answers that do not pass, neither before nor after. */
    public AnswerChanges<A> where(Predicate<A> wanted) {
        return new AnswerChanges<>(
                added.stream().filter(wanted).toList(),
                removed.stream().filter(wanted).toList(),
                changed.stream()
                        .filter(change -> wanted.test(change.before()) || wanted.test(change.after()))
                        .toList());
    }

    /**
     * Compares two lists.
     *
     * @param key what makes two answers the same one
     * @param fields which fields of two answers with the same key differ; none when they say the same
     */
    static <A> AnswerChanges<A> between(
            List<A> before, List<A> after, Function<A, String> key, BiFunction<A, A, List<String>> fields) {
        Map<String, A> left = new LinkedHashMap<>();
        before.forEach(answer -> left.put(key.apply(answer), answer));
        List<A> added = new ArrayList<>();
        List<AnswerChange<A>> changed = new ArrayList<>();
        for (A answer : after) {
            A was = left.remove(key.apply(answer));
            if (was == null) {
                added.add(answer);
            } else if (was != answer) {
                List<String> differing = fields.apply(was, answer);
                if (!differing.isEmpty()) {
                    changed.add(new AnswerChange<>(differing, was, answer));
                }
            }
        }
        return new AnswerChanges<>(added, List.copyOf(left.values()), changed);
    }
}
