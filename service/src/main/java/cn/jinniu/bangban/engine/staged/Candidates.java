package cn.jinniu.bangban.engine.staged;

import cn.jinniu.bangban.engine.sandbox.Meter;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** The facts that a condition asks for. */
final class Candidates {
    /** Number of their type. */
    private final int type;
    /** Which of the rule's conditions it is, from 0; negative for one that all facts of the type are looked at for. */
    private final int at;
    /** Where conditions behind it look for the fact. */
    final int index;
    /** What narrows them down first, an equality; null when nothing does. */
    private final @Nullable Compared key;
    /** Number of the index of facts by the key's field. */
    private final int keys;
    /** What else they are to meet. */
    private final Check[] checks;
    /** Whether it is counted when a fact is looked at. */
    private final boolean countsLooks;
    /** Whether it is counted when a fact fits. */
    private final boolean countsFits;

    Candidates(
            int type,
            int at,
            int index,
            @Nullable Compared key,
            int keys,
            Check[] checks,
            boolean countsLooks,
            boolean countsFits) {
        this.type = type;
        this.at = at;
        this.index = index;
        this.key = key;
        this.keys = keys;
        this.checks = checks;
        this.countsLooks = countsLooks;
        this.countsFits = countsFits;
    }

    /** The value by which they are narrowed down; null when nothing does, or when it is absent. */
    @Nullable
    Object wanted(Run run, @Nullable Row row) {
        return key == null || run.memory.of(type).isEmpty() ? null : key.wanted(run, row);
    }

    /**
     * Facts among which are all those asked for. To be gone through by number, for a rule may add to them.
     *
     * @param wanted what {@link #wanted} gave
     */
    ArrayList<Held> among(Run run, @Nullable Object wanted) {
        return key == null || wanted == null ? run.memory.of(type) : run.memory.of(type, keys, key.field, wanted, run);
    }

    /** Whether one of those facts is asked for. */
    boolean admit(Run run, @Nullable Row row, @Nullable Object wanted, Held held) {
        Meter meter = run.meter;
        if (countsLooks && meter != null) {
            meter.looked();
        }
        if (at >= 0 && run.window != null && !run.window.admits(at, held)
                || key != null && !key.holds(run, row, held, wanted)
                || !Check.all(checks, run, row, held)) {
            return false;
        }
        if (countsFits && meter != null) {
            meter.matched();
        }
        return true;
    }

    int type() {
        return type;
    }

    boolean any(Run run, @Nullable Row row) {
        Object wanted = wanted(run, row);
        ArrayList<Held> facts = among(run, wanted);
        for (int i = 0; i < facts.size(); i++) {
            if (admit(run, row, wanted, facts.get(i))) {
                return true;
            }
        }
        return false;
    }
}
