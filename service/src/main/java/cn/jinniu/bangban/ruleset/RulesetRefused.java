package cn.jinniu.bangban.ruleset;

import java.util.List;

/** A ruleset that cannot decide; it says everything that is wrong with it, in file order. */
public final class RulesetRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<RulesetProblem> all;
    private final transient List<RulesetProblem> problems;

    /** @param all what is wrong, and what there is to warn of besides */
    public RulesetRefused(List<RulesetProblem> all) {
        this(List.copyOf(all), all.stream().filter(RulesetProblem::isError).toList());
    }

    private RulesetRefused(List<RulesetProblem> all, List<RulesetProblem> problems) {
        super(problems.size() + " problem(s), first: " + problems.get(0));
        this.all = all;
        this.problems = problems;
    }

    /** Why it was refused. */
    public List<RulesetProblem> problems() {
        return problems;
    }

    /** Why it was refused, and what there is to warn of besides. */
    public List<RulesetProblem> withWarnings() {
        return all;
    }
}
