package cn.jinniu.bangban.decision;

/** How much an alert presses. */
public enum Severity {
    INFO,
    WARNING,
    CRITICAL
}
