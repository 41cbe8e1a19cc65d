package cn.jinniu.bangban.engine.sandbox;

import java.util.Comparator;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** What the Java platform makes of other such things, and calls without any code of a rule between: counted here. */
final class GuardedCollectors {
    private GuardedCollectors() {}

    /** Joins texts, each of which is paid for. */
    static Collector<CharSequence, ?, String> joining(CharSequence between, CharSequence before, CharSequence after) {
        return Collectors.mapping(
                piece -> {
                    Meter.step();
                    Meter.made(between);
                    Meter.made(piece);
                    return piece;
                },
                Collectors.joining(between, before, after));
    }

    /** The same, where each container it makes is a step. */
    static <T, A, R> Collector<T, A, R> counted(Collector<T, A, R> of) {
        return Collector.of(
                () -> {
                    Meter.step();
                    return of.supplier().get();
                },
                of.accumulator(),
                of.combiner(),
                of.finisher(),
                of.characteristics().stream()
                        .filter(each -> each != Collector.Characteristics.IDENTITY_FINISH)
                        .toArray(Collector.Characteristics[]::new));
    }

    /** The same, where each comparison is a step and a level deeper. */
    static <T> Comparator<T> counted(Comparator<T> of) {
        return (one, other) -> {
            Meter.enter();
            int order = of.compare(one, other);
            Meter.leave();
            return order;
        };
    }
}
