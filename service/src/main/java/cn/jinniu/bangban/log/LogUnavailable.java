package cn.jinniu.bangban.log;

/** Nothing can be kept now, so nothing may be answered. */
public final class LogUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    LogUnavailable(String reason) {
        super(reason, null, false, false);
    }
}
