package cn.jinniu.bangban.desk;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.engine.EvaluationFailed;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.FactError;
import cn.jinniu.bangban.text.Text;
import java.util.List;

/** What comes of a request: a decision, or why there is none. */
public sealed interface Answer {
    /**
     * A decision.
     *
     * @param facts the facts it was made on
     * @param decision the decision
     */
    record Decided(CaseFile facts, Decision decision) implements Answer {}

    /**
     * The request is not JSON.
     *
     * @param detail what is wrong, and where
     */
    record NotJson(Text detail) implements Answer {}

    /**
     * The request is JSON, but not facts that can be decided.
     *
     * @param errors all that is wrong, in the order of the request
     * @param unlisted how many more were found than are listed; 0 for anything but a hostile request
     */
    record Refused(List<FactError> errors, long unlisted) implements Answer {}

    /**
     * A rule could not be carried out on these facts.
     *
     * @param cause names the rule
     */
    record Failed(EvaluationFailed cause) implements Answer {}
}
