package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.decision.Obligation;

/** An obligation with a due day that is not fulfilled, in time or out of it. */
public sealed interface Unfulfilled permits Overdue, Pending {
    Obligation obligation();

    default String code() {
        return obligation().code();
    }
}
