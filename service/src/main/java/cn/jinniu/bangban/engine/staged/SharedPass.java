package cn.jinniu.bangban.engine.staged;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Rules of one stage that begin with facts of the same type. Where there are very many such facts, each is handed to all
 * the rules while it is at hand: going through them once for each rule would fetch every one from far away each time.
 */
final class SharedPass {
    /** Facts so few stay at hand anyway. */
    private static final int MANY = 4_096;

    /** So many facts at a time are one piece of work, where several threads reason. */
    private static final int PIECE = 512;

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
        if (firsts.isEmpty()) {
            matchEach(run);
            return;
        }
        ArrayList<Held> facts = run.memory.of(firsts.get(0).type());
        if (facts.size() >= MANY && rules.size() > 1) {
            matchTogether(run, facts, 0, facts.size());
        } else if (!facts.isEmpty()) {
            matchEach(run);
        }
    }

    /** The same in pieces, which several threads may do; in the order that one would. */
    void pieces(Run run, Consumer<Consumer<Run>> pieces) {
        if (firsts.isEmpty()) {
            rules.forEach(rule -> pieces.accept(rule::match));
            return;
        }
        ArrayList<Held> facts = run.memory.of(firsts.get(0).type());
        for (int from = 0; from < facts.size(); from += PIECE) {
            int begin = from;
            int end = Math.min(from + PIECE, facts.size());
            pieces.accept(part -> matchTogether(part, facts, begin, end));
        }
    }

    private void matchEach(Run run) {
        for (int i = 0; i < rules.size(); i++) {
            rules.get(i).match(run);
        }
    }

    private void matchTogether(Run run, ArrayList<Held> facts, int from, int to) {
        for (int i = from; i < to; i++) {
            Held held = facts.get(i);
            for (int rule = 0; rule < firsts.size(); rule++) {
                run.current = rules.get(rule);
                firsts.get(rule).take(run, held);
            }
        }
    }
}
