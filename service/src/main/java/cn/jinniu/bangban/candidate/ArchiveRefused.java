package cn.jinniu.bangban.candidate;

import cn.jinniu.bangban.text.Text;

/** An archive that no rules folder can be taken from. */
public final class ArchiveRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    ArchiveRefused(String zh, String en) {
        super(en);
        this.reason = new Text(zh, en);
    }

    /** What is wrong with it, and what to do. */
    public Text reason() {
        return reason;
    }
}
