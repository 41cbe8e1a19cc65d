package cn.jinniu.bangban.log.store;

import cn.jinniu.bangban.log.journal.JournalDamaged;
import cn.jinniu.bangban.text.Text;
import java.sql.BatchUpdateException;

/** The store could not do what it was asked for; it may be able to later. */
public final class StoreFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    public StoreFailed(String zh, String en) {
        super(en);
        this.text = new Text(zh, en);
    }

    public StoreFailed(String zh, String en, Throwable cause) {
        this(zh, en, reason(cause), cause);
    }

    private StoreFailed(String zh, String en, Text reason, Throwable cause) {
        super(en + ": " + reason.en(), cause);
        this.text = new Text(zh + "：" + reason.zh(), en + ": " + reason.en());
    }

    private static Text reason(Throwable cause) {
        if (cause instanceof JournalDamaged damaged) {
            return damaged.text();
        }
        if (cause instanceof BatchUpdateException batch && batch.getCause() != null) {
            return reason(batch.getCause());
        }
        String words = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new Text(words, words);
    }

    /** For people. */
    public Text text() {
        return text;
    }
}
