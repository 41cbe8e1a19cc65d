package cn.jinniu.bangban.facts;

/** 即办件 (decided at once) or 承诺件 (decided within a committed number of working days). */
public enum ApprovalKind {
    IMMEDIATE,
    COMMITMENT
}
