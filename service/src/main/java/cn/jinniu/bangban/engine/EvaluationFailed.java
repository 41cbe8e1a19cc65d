package cn.jinniu.bangban.engine;

/** A rule could not be carried out on a request's facts; no decision was made. */
public final class EvaluationFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rule;

    EvaluationFailed(String rule, Throwable cause) {
        super("the rule «" + rule + "» failed: " + cause.getMessage(), cause);
        this.rule = rule;
    }

    /** Name of the rule that failed. */
    public String rule() {
        return rule;
    }
}
