package cn.jinniu.bangban.coverage;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.ConditionProbes;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import cn.jinniu.bangban.scenario.Scenario;
import cn.jinniu.bangban.scenario.ScenarioRun;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds conditions of rules that scenarios never show both ways. Safe for many threads. */
public final class ConditionRun {
    private final ConditionProbes probes;

    /**
     * What some scenarios show.
     *
     * @param held numbers of the conditions that are true of something
     * @param failed numbers of the conditions that are false of something
     */
    public record Shown(BitSet held, BitSet failed) {}

    /** @throws RulesetRefused when the folder cannot decide as it is */
    public ConditionRun(RulesetSource source) throws RulesetRefused {
        this.probes = new ConditionProbes(source);
    }

    /** What scenarios show. */
    public Shown shown(List<Scenario> scenarios) {
        ConditionProbes.Watch watch = probes.watch();
        ScenarioRun run = new ScenarioRun(new DecisionDesk(watch.ruleset()));
        for (Scenario scenario : scenarios) {
            run.run(scenario);
            watch.take();
        }
        BitSet held = new BitSet();
        BitSet failed = new BitSet();
        for (int i = 0; i < probes.conditions().size(); i++) {
            held.set(i, watch.held(i));
            failed.set(i, watch.failed(i));
        }
        return new Shown(held, failed);
    }

    /** Conditions that none of the scenarios makes true, or none makes false, in the order of the files. */
    public List<OneSided> oneSided(List<Shown> all) {
        Shown total = new Shown(new BitSet(), new BitSet());
        for (Shown some : all) {
            total.held().or(some.held());
            total.failed().or(some.failed());
        }
        List<OneSided> found = new ArrayList<>();
        for (int i = 0; i < probes.conditions().size(); i++) {
            if (!total.held().get(i) || !total.failed().get(i)) {
                found.add(new OneSided(
                        probes.conditions().get(i),
                        total.held().get(i),
                        total.failed().get(i)));
            }
        }
        return found;
    }

    /** How many conditions there are. */
    public int conditions() {
        return probes.conditions().size();
    }

    /** Says that no more scenarios are looked at. */
    public void retire() {
        probes.retire();
    }
}
