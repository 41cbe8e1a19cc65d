package cn.jinniu.bangban.facts;

/** What a report tells: a commissioner's service, a unit's evidence, or a project's progress. */
public enum ReportKind {
    SERVICE,
    EVIDENCE,
    PROGRESS
}
