package cn.jinniu.bangban.engine.sandbox;

import java.util.function.LongSupplier;

/**
 * What decisions are given to be made with. The engine has no clock of its own: whoever asks for a decision brings one,
 * or none, and then time alone stops nothing.
 *
 * @param limits how much one decision may take
 * @param nanoseconds a clock that only goes forward, such as {@link System#nanoTime()}
 */
public record Budget(DecisionLimits limits, LongSupplier nanoseconds) {
    /** The usual limits without a clock: what is stopped is stopped at the same place on any machine. */
    public static final Budget WITHOUT_CLOCK = new Budget(DecisionLimits.DEFAULT, () -> 0);

    /** The budget for a request of so many facts. */
    public Budget forFacts(int sent) {
        return new Budget(limits.forFacts(sent), nanoseconds);
    }
}
