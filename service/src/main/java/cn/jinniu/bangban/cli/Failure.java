package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.text.Language;
import cn.jinniu.bangban.text.Text;

/** What a person asked for cannot be done, for a reason that person can mend. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    Failure(String zh, String en) {
        super(en);
        this.reason = new Text(zh, en);
    }

    String in(Language language) {
        return reason.in(language);
    }
}
