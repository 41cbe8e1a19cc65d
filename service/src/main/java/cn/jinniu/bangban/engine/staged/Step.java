package cn.jinniu.bangban.engine.staged;

import org.jspecify.annotations.Nullable;

/** A condition of a rule, with what comes behind it, or the rule's consequence behind them all. */
interface Step {
    /** Goes on with each way to meet the condition. */
    void take(Run run, @Nullable Row row);
}
