package cn.jinniu.bangban.engine.staged;

import org.jspecify.annotations.Nullable;

/** A condition of a rule, with what comes behind it, or the rule's consequence behind them all. */
abstract class Step {
    // A class, for calls by an interface that so many kinds implement took a tenth of a decision's time.

    /** Goes on with each way to meet the condition. */
    abstract void take(Run run, @Nullable Row row);
}
