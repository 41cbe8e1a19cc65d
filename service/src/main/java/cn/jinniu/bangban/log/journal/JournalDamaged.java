package cn.jinniu.bangban.log.journal;

import cn.jinniu.bangban.text.Text;
import java.io.IOException;
import java.nio.file.Path;

/** A journal holds something else than was written: more than a crash can have done. */
public final class JournalDamaged extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    JournalDamaged(Path file, String zh, String en) {
        super(file + ": " + en);
        this.text = new Text(file + "：" + zh, file + ": " + en);
    }

    /** For people. */
    public Text text() {
        return text;
    }
}
