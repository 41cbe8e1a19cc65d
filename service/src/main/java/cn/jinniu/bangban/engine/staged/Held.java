package cn.jinniu.bangban.engine.staged;

import org.drools.core.common.DefaultFactHandle;
import org.jspecify.annotations.Nullable;

/** A fact in the working memory, or what was gathered of some, as Drools' conditions want it handed to them. */
final class Held extends DefaultFactHandle {
    private static final long serialVersionUID = 1L;

    /** How many facts were there before it. */
    final int sequence;

    Held(@Nullable Object fact, int sequence) {
        super(fact);
        this.sequence = sequence;
    }
}
