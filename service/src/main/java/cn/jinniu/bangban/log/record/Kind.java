package cn.jinniu.bangban.log.record;

/** What an entry tells of. */
public enum Kind {
    /** A decision that was served. */
    DECISION(1),
    /** A ruleset that came into force. */
    RULESET(2),
    /** Entries that were removed on purpose. */
    PRUNED(3);

    private final int code;

    Kind(int code) {
        this.code = code;
    }

    /** How it is stored. */
    public int code() {
        return code;
    }

    /** @throws IllegalArgumentException for a code that none has, as in an entry that was tampered with */
    public static Kind of(int code) {
        for (Kind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no entry is of kind " + code);
    }
}
