package cn.jinniu.bangban.log.store;

/** The store could not do what it was asked for; it may be able to later. */
public final class StoreFailed extends Exception {
    private static final long serialVersionUID = 1L;

    public StoreFailed(String what, Throwable cause) {
        super(what + ": " + cause.getMessage(), cause);
    }

    public StoreFailed(String what) {
        super(what);
    }
}
