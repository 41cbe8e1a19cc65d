package cn.jinniu.bangban.log;

import cn.jinniu.bangban.text.Text;

/** Nothing can be kept now, so nothing may be answered. */
public final class LogUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    LogUnavailable(Text reason) {
        super(reason.en(), null, false, false);
        this.reason = reason;
    }

    /** For people. */
    public Text reason() {
        return reason;
    }
}
