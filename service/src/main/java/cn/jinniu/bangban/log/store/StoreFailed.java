package cn.jinniu.bangban.log.store;

import cn.jinniu.bangban.log.journal.JournalDamaged;
import cn.jinniu.bangban.text.Text;

/** The store could not do what it was asked for; it may be able to later. */
public final class StoreFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    public StoreFailed(String zh, String en) {
        super(en);
        this.text = new Text(zh, en);
    }

    public StoreFailed(String zh, String en, Throwable cause) {
        super(en + ": " + cause.getMessage(), cause);
        Text reason = reason(cause);
        this.text = new Text(zh + "：" + reason.zh(), en + ": " + reason.en());
    }

    private static Text reason(Throwable cause) {
        if (cause instanceof JournalDamaged damaged) {
            return damaged.text();
        }
        String words = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new Text(words, words);
    }

    /** For people. */
    public Text text() {
        return text;
    }
}
