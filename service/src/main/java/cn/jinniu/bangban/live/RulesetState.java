package cn.jinniu.bangban.live;

/** How what decides relates to what stands in the rules folder. */
public enum RulesetState {
    /** What stands in the folder decides. */
    CURRENT,
    /** What stands in the folder was refused; an older ruleset goes on deciding. */
    STALE,
    /** What stands in the folder was refused, and there is nothing older to decide by. */
    FAILED
}
