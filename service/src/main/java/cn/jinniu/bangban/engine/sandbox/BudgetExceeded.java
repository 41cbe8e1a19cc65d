package cn.jinniu.bangban.engine.sandbox;

/** A rule was stopped, for it took more than a decision may. */
public final class BudgetExceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What ran out. */
    public enum What {
        TIME,
        FIRINGS,
        FACTS,
        MATCHES,
        STEPS,
        DEPTH,
        SIZE
    }

    private final What what;

    BudgetExceeded(What what) {
        super("a rule took more than a decision may: " + what);
        this.what = what;
    }

    public What what() {
        return what;
    }
}
