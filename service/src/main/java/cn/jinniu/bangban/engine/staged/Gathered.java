package cn.jinniu.bangban.engine.staged;

import java.util.ArrayList;
import org.drools.base.reteoo.AccumulateContextEntry;
import org.drools.base.rule.Accumulate;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with what accumulate functions make of all facts that meet a condition; nothing where they make nothing of them.
 *
 * @param index where conditions behind it look for what was made
 * @param checks what that is to meet
 */
final class Gathered extends Step {
    private final Accumulate functions;
    private final Candidates candidates;
    private final int index;
    private final Check[] checks;
    private final Step next;

    Gathered(Accumulate functions, Candidates candidates, int index, Check[] checks, Step next) {
        this.functions = functions;
        this.candidates = candidates;
        this.index = index;
        this.checks = checks;
        this.next = next;
    }

    @Override
    void take(Run run, @Nullable Row row) {
        Object memory = functions.createWorkingMemoryContext();
        AccumulateContextEntry all = begin(functions, memory, null, run, row);
        Object wanted = candidates.wanted(run, row);
        ArrayList<Held> facts = candidates.among(run, wanted);
        for (int i = 0; i < facts.size(); i++) {
            Held held = facts.get(i);
            if (candidates.admit(run, row, wanted, held)) {
                functions.accumulate(memory, all, row, held.handle(), run);
            }
        }
        Object made = functions.getResult(memory, all, row, run);
        if (made != null) {
            goOn(made, index, checks, next, run, row);
        }
    }

    static AccumulateContextEntry begin(
            Accumulate functions, @Nullable Object memory, @Nullable Object key, Run run, @Nullable Row row) {
        AccumulateContextEntry entry = new AccumulateContextEntry(key);
        entry.setFunctionContext(functions.init(memory, entry, functions.createFunctionContext(), row, run));
        return entry;
    }

    static void goOn(Object made, int index, Check[] checks, Step next, Run run, @Nullable Row row) {
        Held held = new Held(made, -1);
        if (Check.all(checks, run, row, held)) {
            next.take(run, new Row(row, index, held));
        }
    }
}
