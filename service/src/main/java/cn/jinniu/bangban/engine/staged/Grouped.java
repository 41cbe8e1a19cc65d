package cn.jinniu.bangban.engine.staged;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.drools.base.reteoo.AccumulateContextEntry;
import org.drools.base.rule.Accumulate;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.accessor.ReturnValueExpression;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with each group of facts that meet a condition and have one key: the key, and what accumulate functions make of
 * the group.
 *
 * @param index where conditions behind it look for both
 * @param checks what they are to meet
 */
final class Grouped extends Step {
    private final Accumulate functions;
    private final Key key;
    private final Candidates candidates;
    private final int index;
    private final Check[] checks;
    private final Step next;

    Grouped(Accumulate functions, Key key, Candidates candidates, int index, Check[] checks, Step next) {
        this.functions = functions;
        this.key = key;
        this.candidates = candidates;
        this.index = index;
        this.checks = checks;
        this.next = next;
    }

    @Override
    void take(Run run, @Nullable Row row) {
        Object memory = functions.createWorkingMemoryContext();
        Map<@Nullable Object, AccumulateContextEntry> groups = new LinkedHashMap<>();
        Object wanted = candidates.wanted(run, row);
        ArrayList<Held> facts = candidates.among(run, wanted);
        for (int i = 0; i < facts.size(); i++) {
            Held held = facts.get(i);
            if (candidates.admit(run, row, wanted, held)) {
                Object its = key.of(run, new Row(row, candidates.index, held), held);
                AccumulateContextEntry group =
                        groups.computeIfAbsent(its, absent -> Gathered.begin(functions, memory, absent, run, row));
                functions.accumulate(memory, group, row, held.handle(), run);
            }
        }
        groups.forEach((its, group) -> {
            Object made = functions.getResult(memory, group, row, run);
            if (made != null) {
                Gathered.goOn(withKey(made, its), index, checks, next, run, row);
            }
        });
    }

    /** Drools looks for the key behind what the functions made. */
    private Object withKey(Object made, @Nullable Object its) {
        if (!functions.isMultiFunction()) {
            return new @Nullable Object[] {made, its};
        }
        @Nullable Object[] all = (@Nullable Object[]) made;
        all[all.length - 1] = its;
        return all;
    }

    /**
     * What tells which group a fact belongs to.
     *
     * @param bound what it uses of what the conditions bound
     */
    record Key(ReturnValueExpression function, Declaration[] bound) {
        private static final Declaration[] NONE = {};

        @Nullable
        Object of(Run run, Row row, Held held) {
            try {
                return function.evaluate(held.handle(), row, bound, NONE, run, function.createContext())
                        .getValue();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
