package cn.jinniu.bangban.web;

import cn.jinniu.bangban.desk.Answer;
import cn.jinniu.bangban.desk.AnswerListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes down what was not answered for reasons that are ours, and has everything counted. */
@Component
class FailureLog implements AnswerListener {
    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

    private final DecisionMetrics metrics;

    FailureLog(DecisionMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void heard(Answer answer, long nanoseconds) {
        metrics.heard(answer, nanoseconds);
        if (answer instanceof Answer.Failed failed) {
            // A stream may have a million such lines: what failed is said for each, where in the code only if asked
            // for.
            LOG.error(failed.cause().getMessage());
            LOG.debug("Where it failed:", failed.cause());
        }
    }

    @Override
    public void failed(RuntimeException unforeseen) {
        metrics.failed(unforeseen);
        LOG.error("A line of a stream failed", unforeseen);
    }
}
