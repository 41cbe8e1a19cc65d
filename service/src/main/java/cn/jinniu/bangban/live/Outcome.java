package cn.jinniu.bangban.live;

/** What came of a look at the rules folder. */
public enum Outcome {
    /** A new ruleset came into force. */
    PUBLISHED,
    /** The folder holds what decides already. */
    UNCHANGED,
    /** What the folder holds cannot decide. */
    REFUSED,
    /** The folder was still being written to; it is looked at again. */
    UNSETTLED
}
