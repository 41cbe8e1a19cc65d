package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.engine.sandbox.BudgetExceeded;
import cn.jinniu.bangban.engine.staged.RuleFailed;
import cn.jinniu.bangban.text.Text;
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

    /** What the rule did, where it was stopped, and else what failed in it, as that says of itself; empty where it does not. */
    public Text why() {
        if (exceeded == null) {
            String said = getCause() == null ? null : getCause().getMessage();
            return said == null ? new Text("", "") : new Text(said, said);
        }
        return switch (exceeded) {
            case TIME -> new Text("用时过长", "took too long");
            case FIRINGS -> new Text("触发次数过多", "fired too often, or made others fire too often");
            case FACTS -> new Text("添加的事实过多", "added too many facts");
            case MATCHES -> new Text("把太多事实相互组合", "put too many facts together");
            case STEPS -> new Text("循环次数过多", "went round a loop too often");
            case DEPTH -> new Text("层层调用过深", "called itself too deeply");
            case SIZE -> new Text("要生成的文字、数字或列表过大", "asked for a text, number or list that is too large");
        };
    }

    /** What the rule took too much of; null where it failed for another reason. */
    public BudgetExceeded.@Nullable What exceeded() {
        return exceeded;
    }
}
