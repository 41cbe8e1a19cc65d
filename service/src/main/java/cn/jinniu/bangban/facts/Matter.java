package cn.jinniu.bangban.facts;

/** What a service request of a project's owner is about. */
public enum Matter {
    LAND,
    PLANNING,
    CONSTRUCTION,
    COMPLETION,
    OTHER
}
