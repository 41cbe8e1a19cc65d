package cn.jinniu.bangban.web;

import cn.jinniu.bangban.ruleset.RulesetProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The rules folder cannot decide, so the service does not start. */
public final class RulesetUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RulesetUnusable(Path folder, List<RulesetProblem> problems) {
        super(problems.size() + " problem(s) in the rules folder " + folder + ":\n"
                + problems.stream().map(RulesetUnusable::line).collect(Collectors.joining("\n")));
    }

    RulesetUnusable(Path folder, Exception cause) {
        super(
                "the rules folder " + folder + " cannot be read: " + cause
                        + "; say where it is with --bangban.rules=FOLDER",
                cause);
    }

    private static String line(RulesetProblem problem) {
        return problem.file() + ':' + problem.line() + ':' + problem.column() + ": "
                + problem.message().zh() + " / " + problem.message().en();
    }
}
