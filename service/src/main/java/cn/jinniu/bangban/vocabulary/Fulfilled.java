package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.decision.Obligation;

/** An obligation that was fulfilled, in time or late. */
public record Fulfilled(Obligation obligation) {
    public String code() {
        return obligation.code();
    }

    public int daysLate() {
        return obligation.daysLate();
    }
}
