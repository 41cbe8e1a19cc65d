package cn.jinniu.bangban.engine.staged;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a condition asks for.
 *
 * @param type number of their type
 * @param at which of the rule's conditions it is, from 0; negative for one that all facts of the type are looked at for
 * @param index where conditions behind it look for the fact
 * @param key what narrows them down first, an equality; null when nothing does
 * @param keys number of the index of facts by the key's field
 * @param checks what else they are to meet
 */
record Candidates(int type, int at, int index, @Nullable Compared key, int keys, Check[] checks) {

    /** Takes a fact that was found. */
    interface Found {
        /** Whether no more are wanted. */
        boolean enough(Run run, @Nullable Row row, Held held);
    }

    /** Does something with each fact that meets all, until it has had enough. */
    void each(Run run, @Nullable Row row, Found found) {
        Object wanted = key == null ? null : key.wanted(run, row);
        List<Held> facts = key == null || wanted == null
                ? run.memory.of(type)
                : run.memory.of(type, keys, key.field(), wanted, run);
        Window window = at < 0 ? null : run.window;
        // By number, for a rule may add facts to what it looks at.
        for (int i = 0; i < facts.size(); i++) {
            Held held = facts.get(i);
            if ((window == null || window.admits(at, held))
                    && (key == null || key.holds(run, row, held, wanted))
                    && Check.all(checks, run, row, held)
                    && found.enough(run, row, held)) {
                return;
            }
        }
    }

    boolean any(Run run, @Nullable Row row) {
        First first = new First();
        each(run, row, first);
        return first.any;
    }

    private static final class First implements Found {
        private boolean any;

        @Override
        public boolean enough(Run run, @Nullable Row row, Held held) {
            any = true;
            return true;
        }
    }
}
