package cn.jinniu.bangban.coverage;

import cn.jinniu.bangban.engine.RuleInfo;
import cn.jinniu.bangban.scenario.ScenarioOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rules fire in which scenarios, and what scenarios do not show of the rules.
 *
 * @param scenarios all of them, by their files, in the order they were given
 * @param rules each rule with the scenarios it fires in, by their files; rules in the order of the files
 * @param conditions how many conditions the rules have
 * @param oneSided those that no scenario makes true, or none makes false
 * @param blind values of parameters that no scenario notices: that of another one they would
 * @param trials what came of changing the rules; empty when that was not tried
 */
public record Coverage(
        List<String> scenarios,
        Map<RuleInfo, List<String>> rules,
        int conditions,
        List<OneSided> oneSided,
        List<BlindValue> blind,
        List<Trial> trials) {

    /**
     * A parameter's value that could be another, and no scenario would come out otherwise.
     *
     * @param parameter its name
     * @param line where the value stands in the file of parameters
     * @param value as it is written
     */
    public record BlindValue(String parameter, int line, String value) {}

    /** Of a ruleset's rules, and the scenarios that were replayed by it. */
    public static Coverage of(
            List<RuleInfo> rules,
            List<ScenarioOutcome> outcomes,
            int conditions,
            List<OneSided> oneSided,
            List<BlindValue> blind,
            List<Trial> trials) {
        Map<RuleInfo, List<String>> covered = new LinkedHashMap<>();
        rules.forEach(rule -> covered.put(rule, new ArrayList<>()));
        for (ScenarioOutcome outcome : outcomes) {
            for (RuleInfo rule : outcome.fired()) {
                covered.computeIfAbsent(rule, unknown -> new ArrayList<>())
                        .add(outcome.scenario().file());
            }
        }
        return new Coverage(
                outcomes.stream().map(outcome -> outcome.scenario().file()).toList(),
                covered,
                conditions,
                List.copyOf(oneSided),
                List.copyOf(blind),
                List.copyOf(trials));
    }

    /** Rules that fire in no scenario. */
    public List<RuleInfo> unfired() {
        return rules.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How many changes came out so. */
    public long count(Trial.Result result) {
        return trials.stream().filter(trial -> trial.result() == result).count();
    }

    /** Changes that no scenario notices. */
    public List<Trial> unnoticed() {
        return trials.stream()
                .filter(trial -> trial.result() == Trial.Result.UNNOTICED)
                .toList();
    }

    /** Per cent of the possible changes that a scenario notices, rounded down; 100 when none was possible. */
    public int score() {
        long noticed = count(Trial.Result.NOTICED);
        long possible = noticed + count(Trial.Result.UNNOTICED);
        return possible == 0 ? 100 : (int) (noticed * 100 / possible);
    }
}
