package cn.jinniu.bangban.engine.staged;

/** A rule could not be matched, or not be carried out. */
public final class RuleFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rule;

    RuleFailed(String rule, Throwable cause) {
        super(cause.getMessage(), cause);
        this.rule = rule;
    }

    /** Name of the rule. */
    public String rule() {
        return rule;
    }
}
