package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.engine.sandbox.BudgetExceeded;
import cn.jinniu.bangban.engine.staged.RuleFailed;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.core.phreak.RuleAgendaItem;
import org.drools.kiesession.session.StatefulKnowledgeSessionImpl;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.ConsequenceException;

/** A rule could not be carried out on a request's facts, or took more than a decision may; no decision was made. */
public final class EvaluationFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** How Drools names the rules that share a constraint which fails. */
    private static final Pattern IN_RULE = Pattern.compile("\\[?Rule \"([^\"]+)\"");

    private final String rule;
    private final BudgetExceeded.@Nullable What exceeded;

    private EvaluationFailed(String rule, BudgetExceeded.@Nullable What exceeded, Throwable cause) {
        super("the rule «" + rule + "» failed: " + cause.getMessage(), cause);
        this.rule = rule;
        this.exceeded = exceeded;
    }

    static EvaluationFailed of(Throwable thrown, StatefulKnowledgeSessionImpl session) {
        BudgetExceeded.What exceeded = exceeded(thrown);
        if (thrown instanceof ConsequenceException failed) {
            Throwable cause = failed.getCause();
            return new EvaluationFailed(failed.getRule().getName(), exceeded, cause == null ? failed : cause);
        }
        Matcher named = IN_RULE.matcher(String.valueOf(thrown.getMessage()));
        return new EvaluationFailed(named.find() ? named.group(1) : ruleAt(session), exceeded, thrown);
    }

    static EvaluationFailed of(RuleFailed failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        return new EvaluationFailed(failed.rule(), exceeded(cause), cause);
    }

    private static BudgetExceeded.@Nullable What exceeded(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BudgetExceeded stopped) {
                return stopped.what();
            }
            if (cause instanceof StackOverflowError) {
                return BudgetExceeded.What.DEPTH;
            }
            if (cause instanceof OutOfMemoryError) {
                return BudgetExceeded.What.SIZE;
            }
        }
        return null;
    }

    /** The rule that a session was working on, or looking for facts for. */
    private static String ruleAt(StatefulKnowledgeSessionImpl session) {
        RuleAgendaItem next = session.getAgenda().peekNextRule();
        return next == null ? "?" : next.getRule().getName();
    }

    /** Name of the rule that failed. */
    public String rule() {
        return rule;
    }

    /** What the rule took too much of; null where it failed for another reason. */
    public BudgetExceeded.@Nullable What exceeded() {
        return exceeded;
    }
}
