package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.decision.Obligation;

/**
 * An obligation whose time is still running.
 *
 * @param soon whether it runs out soon
 */
public record Pending(Obligation obligation, boolean soon) implements Unfulfilled {}
