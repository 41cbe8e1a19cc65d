package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Subject;
import cn.jinniu.bangban.engine.staged.SideBySide;
import cn.jinniu.bangban.facts.CodePoints;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The contract's order of answers: by code, the subject's type and id, and the answer's own id.
 *
 * <p>All answers of a code are put together first, without comparing any: within one code most differ early, and no code
 * is looked at again.
 *
 * @param <T> determinations, obligations or alerts
 */
final class AnswerOrder<T> {
    /** Fewer than so many are sorted sooner by one thread. */
    private static final int MANY = 1_024;

    private final Function<T, String> code;
    private final Comparator<T> withinCode;
    private final Map<String, Integer> places = new HashMap<>();

    /**
     * @param codes every code that answers can have
     * @param withinCode the order of answers of one code: by subject, then by their own ids
     */
    private AnswerOrder(Collection<String> codes, Function<T, String> code, Comparator<T> withinCode) {
        this.code = code;
        this.withinCode = withinCode;
        SortedSet<String> inOrder = new TreeSet<>(CodePoints.ORDER);
        inOrder.addAll(codes);
        inOrder.forEach(each -> places.put(each.intern(), places.size()));
    }

    static AnswerOrder<Determination> ofDeterminations(Collection<String> codes) {
        return new AnswerOrder<>(
                codes, Determination::code, (one, other) -> compare(one.subject(), other.subject(), "", ""));
    }

    static AnswerOrder<Obligation> ofObligations(Collection<String> codes) {
        return new AnswerOrder<>(
                codes, Obligation::code, (one, other) -> compare(one.subject(), other.subject(), one.id(), other.id()));
    }

    static AnswerOrder<Alert> ofAlerts(Collection<String> codes) {
        return new AnswerOrder<>(
                codes, Alert::code, (one, other) -> compare(one.subject(), other.subject(), one.id(), other.id()));
    }

    private static int compare(Subject one, Subject other, String id, String otherId) {
        int order = CodePoints.ORDER.compare(one.type(), other.type());
        if (order == 0) {
            order = CodePoints.ORDER.compare(one.id(), other.id());
        }
        return order == 0 ? CodePoints.ORDER.compare(id, otherId) : order;
    }

    /** The same answers in order; not to be changed. */
    List<T> sorted(Collection<T> answers) {
        if (answers.isEmpty()) {
            return List.of();
        }
        @SuppressWarnings("unchecked")
        T[] given = (T[]) answers.toArray();
        int[] place = new int[given.length];
        int[] begin = new int[places.size() + 1];
        for (int i = 0; i < given.length; i++) {
            place[i] = places.get(code.apply(given[i]));
            begin[place[i] + 1]++;
        }
        for (int i = 1; i < begin.length; i++) {
            begin[i] += begin[i - 1];
        }
        int[] next = begin.clone();
        T[] sorted = given.clone();
        for (int i = 0; i < given.length; i++) {
            sorted[next[place[i]]++] = given[i];
        }
        if (given.length >= MANY) {
            SideBySide.each(places.size(), code -> Arrays.sort(sorted, begin[code], begin[code + 1], withinCode));
        } else {
            for (int i = 1; i < begin.length; i++) {
                Arrays.sort(sorted, begin[i - 1], begin[i], withinCode);
            }
        }
        return Collections.unmodifiableList(Arrays.asList(sorted));
    }
}
