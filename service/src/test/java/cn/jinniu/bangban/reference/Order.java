package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.decision.Subject;
import cn.jinniu.bangban.facts.Appointment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/** The orders the contract and the policy speak of. */
final class Order {
    /** Plain Unicode code-point order. */
    static final Comparator<String> CODE_POINT = Order::compareCodePoints;

    /** The earliest {@code appointedOn}, then the smallest {@code id}. */
    static final Comparator<Appointment> SENIORITY =
            Comparator.comparing(Appointment::appointedOn).thenComparing(Appointment::id, CODE_POINT);

    private Order() {}

    /** By code, then subject type, subject id, and id. */
    static <T> Comparator<T> ofAnswers(Function<T, String> code, Function<T, Subject> subject, Function<T, String> id) {
        return Comparator.comparing(code, CODE_POINT)
                .thenComparing(answer -> subject.apply(answer).type(), CODE_POINT)
                .thenComparing(answer -> subject.apply(answer).id(), CODE_POINT)
                .thenComparing(id, CODE_POINT);
    }

    static List<String> distinctSorted(Collection<String> ids) {
        List<String> sorted = new ArrayList<>(new HashSet<>(ids));
        sorted.sort(CODE_POINT);
        return sorted;
    }

    private static int compareCodePoints(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length()) {
            int x = a.codePointAt(i);
            int y = b.codePointAt(i);
            if (x != y) {
                return Integer.compare(x, y);
            }
            i += Character.charCount(x);
        }
        return Integer.compare(a.length(), b.length());
    }
}
