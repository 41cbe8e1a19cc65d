package cn.jinniu.bangban.decision;

/** How an obligation stands on the day decided for. */
public enum Status {
    FULFILLED,
    PENDING,
    OVERDUE,
    STANDING,
    SUSPENDED
}
