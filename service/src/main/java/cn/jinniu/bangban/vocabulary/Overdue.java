package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Severity;

/** An obligation that was not fulfilled in time and still is not. */
public record Overdue(Obligation obligation, Severity severity) implements Unfulfilled {}
