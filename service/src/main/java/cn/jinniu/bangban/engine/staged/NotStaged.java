package cn.jinniu.bangban.engine.staged;

/** Rules say something that can only be decided in Drools' network. */
final class NotStaged extends Exception {
    private static final long serialVersionUID = 1L;

    NotStaged(String what) {
        super(what);
    }
}
