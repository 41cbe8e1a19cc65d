package cn.jinniu.bangban.engine.staged;

import java.util.ArrayList;
import java.util.List;

/**
 * Rules of one stage that begin with facts of the same type. Where there are very many such facts, each is handed to all
 * the rules while it is at hand: going through them once for each rule would fetch every one from far away each time.
 */
final class SharedPass {
    /** Facts so few stay at hand anyway. */
    private static final int MANY = 4_096;

    private final List<StagedRule> rules = new ArrayList<>();

    /** The rules' first conditions, where there are several rules. */
    private final List<Each> firsts = new ArrayList<>();

    void add(StagedRule rule) {
        rules.add(rule);
        if (rule.first() instanceof Each first) {
            firsts.add(first);
        }
    }

    /** Carries out the rules for each match there is. */
    void match(Run run) {
        ArrayList<Held> facts =
                firsts.isEmpty() ? null : run.memory.of(firsts.get(0).type());
        if (facts != null && facts.isEmpty()) {
            return;
        }
        if (facts != null && facts.size() >= MANY && rules.size() > 1) {
            matchTogether(run, facts);
        } else {
            for (int i = 0; i < rules.size(); i++) {
                rules.get(i).match(run);
            }
        }
    }

    private void matchTogether(Run run, ArrayList<Held> facts) {
        for (int i = 0; i < facts.size(); i++) {
            Held held = facts.get(i);
            for (int rule = 0; rule < firsts.size(); rule++) {
                run.current = rules.get(rule);
                firsts.get(rule).take(run, held);
            }
        }
    }
}
