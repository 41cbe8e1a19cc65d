package cn.jinniu.bangban.engine.staged;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Rules that reason at the same time: none reads what another gives, but for those that feed each other in a circle. */
final class Stage {
    private final int number;
    private final List<SharedPass> passes;
    private final List<StagedRule> circle = new ArrayList<>();

    /** @param rules all of one stage; not empty */
    Stage(List<StagedRule> rules) {
        number = rules.get(0).stage();
        Map<Object, SharedPass> passesByFirst = new LinkedHashMap<>();
        for (StagedRule rule : rules) {
            if (rule.circle()) {
                circle.add(rule);
            } else {
                // Rules whose first condition goes through no facts have nothing to share.
                Object first = rule.first() instanceof Each each ? each.type() : rule;
                passesByFirst.computeIfAbsent(first, absent -> new SharedPass()).add(rule);
            }
        }
        passes = List.copyOf(passesByFirst.values());
    }

    void decide(Run run) {
        run.begin(number);
        if (run.parts != null && run.memory.size() >= StageInParts.MANY) {
            List<Consumer<Run>> pieces = new ArrayList<>();
            passes.forEach(pass -> pass.pieces(run, pieces::add));
            StageInParts.decide(run, run.parts, pieces);
        } else {
            for (SharedPass pass : passes) {
                pass.match(run);
            }
        }
        if (!circle.isEmpty()) {
            round(run);
        }
    }

    /** Rules that feed each other are matched again until no more facts come. */
    private void round(Run run) {
        int[] seen = new int[circle.size()];
        boolean more = true;
        while (more) {
            more = false;
            for (int i = 0; i < seen.length; i++) {
                int now = run.memory.size();
                if (now > seen[i]) {
                    circle.get(i).matchAgain(run, seen[i]);
                    seen[i] = now;
                    more = true;
                }
            }
        }
    }
}
