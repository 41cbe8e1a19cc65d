package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.ruleset.RulesetProblem;
import java.nio.file.Path;
import java.util.List;

/** Files that people write have problems — rules or scenarios — so nothing is done with any of them. */
final class RulesFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path folder;
    private final transient List<RulesetProblem> problems;

    RulesFailure(Path folder, List<RulesetProblem> problems) {
        this.folder = folder;
        this.problems = problems.stream().filter(RulesetProblem::isError).toList();
    }

    Path folder() {
        return folder;
    }

    List<RulesetProblem> problems() {
        return problems;
    }
}
