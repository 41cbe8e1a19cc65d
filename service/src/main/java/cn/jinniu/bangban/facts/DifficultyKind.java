package cn.jinniu.bangban.facts;

/** What a difficulty is about, which says who coordinates it. */
public enum DifficultyKind {
    APPROVAL,
    SECTOR,
    JURISDICTION
}
