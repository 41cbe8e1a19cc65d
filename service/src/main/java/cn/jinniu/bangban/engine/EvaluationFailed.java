package cn.jinniu.bangban.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kie.api.runtime.rule.ConsequenceException;

/** A rule could not be carried out on a request's facts; no decision was made. */
public final class EvaluationFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** How Drools names the rules that share a constraint which fails. */
    private static final Pattern IN_RULE = Pattern.compile("\\[?Rule \"([^\"]+)\"");

    private final String rule;

    private EvaluationFailed(String rule, Throwable cause) {
        super("the rule «" + rule + "» failed: " + cause.getMessage(), cause);
        this.rule = rule;
    }

    static EvaluationFailed of(RuntimeException thrown) {
        if (thrown instanceof ConsequenceException failed) {
            Throwable cause = failed.getCause();
            return new EvaluationFailed(failed.getRule().getName(), cause == null ? failed : cause);
        }
        Matcher named = IN_RULE.matcher(String.valueOf(thrown.getMessage()));
        return new EvaluationFailed(named.find() ? named.group(1) : "?", thrown);
    }

    /** Name of the rule that failed. */
    public String rule() {
        return rule;
    }
}
