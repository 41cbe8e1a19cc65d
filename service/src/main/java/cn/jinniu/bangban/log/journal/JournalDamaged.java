package cn.jinniu.bangban.log.journal;

import java.io.IOException;
import java.nio.file.Path;

/** A journal holds something else than was written: more than a crash can have done. */
public final class JournalDamaged extends IOException {
    private static final long serialVersionUID = 1L;

    JournalDamaged(Path file, String what) {
        super(file + ": " + what);
    }
}
