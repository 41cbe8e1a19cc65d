package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.scenario.Scenario;
import cn.jinniu.bangban.scenario.ScenarioOutcome;
import cn.jinniu.bangban.scenario.ScenarioRun;

/** A scenario's outcome and how long it took to come out. */
record Replayed(ScenarioOutcome outcome, long nanoseconds) {
    static Replayed of(ScenarioRun run, Scenario scenario) {
        long began = System.nanoTime();
        ScenarioOutcome outcome = run.run(scenario);
        return new Replayed(outcome, System.nanoTime() - began);
    }
}
