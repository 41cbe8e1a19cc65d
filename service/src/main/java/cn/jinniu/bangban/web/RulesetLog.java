package cn.jinniu.bangban.web;

import cn.jinniu.bangban.live.InForce;
import cn.jinniu.bangban.live.LiveListener;
import cn.jinniu.bangban.live.Refusal;
import cn.jinniu.bangban.live.Standing;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes down what becomes of the rules folder, for those who run the service. */
@Component
class RulesetLog implements LiveListener {
    private static final Logger LOG = LoggerFactory.getLogger(RulesetLog.class);
    private static final int MOST_LINES = 50;

    @Override
    public void comesIntoForce(InForce next) {
        LOG.info("规则集启用 / ruleset in force: {} {}", next.desk().ruleset().id(), next.version());
    }

    @Override
    public void refused(Standing standing) {
        Refusal refusal = standing.refusal();
        InForce inForce = standing.inForce();
        if (refusal == null) {
            return;
        }
        StringBuilder problems = new StringBuilder();
        refusal.problems().stream()
                .limit(MOST_LINES)
                .forEach(problem -> problems.append('\n').append(line(problem)));
        int more = refusal.problems().size() - MOST_LINES;
        if (more > 0) {
            problems.append("\n… ").append(more);
        }
        if (inForce == null) {
            LOG.error(
                    "规则目录不能使用，无法作决定，改好后自动恢复 / the rules folder cannot be used and nothing can be decided"
                            + " until it is mended:{}",
                    problems);
        } else {
            LOG.warn(
                    "规则目录的新内容不能使用，仍按 {} 决定 / the new rules are refused, older ones go on deciding:{}",
                    inForce.version(),
                    problems);
        }
    }

    @Override
    public void failed(Throwable unforeseen) {
        LOG.error("规则目录处理出错 / looking at the rules folder failed", unforeseen);
    }

    private static String line(RulesetProblem problem) {
        return problem.file() + ':' + problem.line() + ':' + problem.column() + ": "
                + problem.message().zh() + " / " + problem.message().en();
    }
}
