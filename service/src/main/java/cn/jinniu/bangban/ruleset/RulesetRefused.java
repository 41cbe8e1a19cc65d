package cn.jinniu.bangban.ruleset;

import java.util.List;

/** A ruleset that cannot decide; it says everything that is wrong with it, in file order. */
public final class RulesetRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<RulesetProblem> problems;

    public RulesetRefused(List<RulesetProblem> problems) {
        super(problems.size() + " problem(s), first: " + problems.get(0));
        this.problems = List.copyOf(problems);
    }

    public List<RulesetProblem> problems() {
        return problems;
    }
}
