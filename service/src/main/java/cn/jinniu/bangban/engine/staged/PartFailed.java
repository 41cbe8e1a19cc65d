package cn.jinniu.bangban.engine.staged;

/** A rule failed where several threads reasoned, so which one would have been the first to fail is not known. */
public final class PartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PartFailed(Throwable cause) {
        super(cause);
    }
}
