package cn.jinniu.bangban.web;

import cn.jinniu.bangban.desk.Problem;

/** A request that ends in a problem. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail().en(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
