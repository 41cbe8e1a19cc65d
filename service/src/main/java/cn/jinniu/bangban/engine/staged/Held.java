package cn.jinniu.bangban.engine.staged;

import org.drools.core.common.DefaultFactHandle;
import org.jspecify.annotations.Nullable;

/** A fact in the working memory, or what was gathered of some. */
final class Held {
    /** The fact, or what was gathered. */
    @Nullable
    final Object fact;

    /** How many facts were there before it. */
    final int sequence;

    private volatile @Nullable DefaultFactHandle handle;

    Held(@Nullable Object fact, int sequence) {
        this.fact = fact;
        this.sequence = sequence;
    }

    /** The same as Drools' conditions want it handed to them; few of them are asked. */
    DefaultFactHandle handle() {
        DefaultFactHandle made = handle;
        if (made == null) {
            made = new DefaultFactHandle(fact);
            handle = made;
        }
        return made;
    }
}
