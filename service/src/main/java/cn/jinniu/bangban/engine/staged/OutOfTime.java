package cn.jinniu.bangban.engine.staged;

import cn.jinniu.bangban.engine.sandbox.BudgetExceeded;
import org.jspecify.annotations.Nullable;

/** The time that a decision may take was used up in a part of it. */
final class OutOfTime extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final transient @Nullable StagedRule rule;
    final BudgetExceeded thrown;

    OutOfTime(@Nullable StagedRule rule, BudgetExceeded thrown) {
        super(thrown);
        this.rule = rule;
        this.thrown = thrown;
    }
}
