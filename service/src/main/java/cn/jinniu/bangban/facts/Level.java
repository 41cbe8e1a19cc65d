package cn.jinniu.bangban.facts;

/** The level of an annual key-project plan, from the highest down. */
public enum Level {
    NATIONAL,
    PROVINCIAL,
    MUNICIPAL,
    DISTRICT
}
