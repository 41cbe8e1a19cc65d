package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.facts.CodePoints;
import cn.jinniu.bangban.impact.Side;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.scenario.Scenario;
import cn.jinniu.bangban.scenario.ScenarioFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The scenarios whose requests two rulesets are compared on. One may be written for either: a code or clause that only one
 * of the two knows is no mistake.
 *
 * @param problems with files that neither ruleset can make a scenario of
 */
record DiffScenarios(List<Scenario> scenarios, List<RulesetProblem> problems) {
    private static final Path USUAL = Path.of("test-data");

    /** @param needed whether there is nothing else to compare */
    static DiffScenarios find(List<Path> named, boolean needed, Side before, Side after) {
        boolean usual = named.isEmpty();
        if (usual && !needed && !Files.isDirectory(USUAL)) {
            return new DiffScenarios(List.of(), List.of());
        }
        List<Path> places = usual ? List.of(USUAL) : named;
        try {
            ScenarioFiles.Found now = ScenarioFiles.read(places, Path.of(""), after.data());
            ScenarioFiles.Found old =
                    now.problems().isEmpty() ? now : ScenarioFiles.read(places, Path.of(""), before.data());
            Map<String, Scenario> byFile = new LinkedHashMap<>();
            now.scenarios().forEach(scenario -> byFile.put(scenario.file(), scenario));
            old.scenarios().forEach(scenario -> byFile.putIfAbsent(scenario.file(), scenario));
            List<RulesetProblem> problems = now.problems().stream()
                    .filter(problem -> !byFile.containsKey(problem.file()))
                    .toList();
            List<Scenario> all = byFile.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(CodePoints.ORDER))
                    .map(Map.Entry::getValue)
                    .toList();
            if (all.isEmpty() && problems.isEmpty() && needed) {
                throw new Failure("没有找到场景（.yaml 文件）", "no scenarios (.yaml files) were found");
            }
            return new DiffScenarios(all, problems);
        } catch (IOException e) {
            throw new Failure(
                    "无法读取场景 " + e.getMessage() + "（" + IoReasons.of(e).zh() + "）；请用 --scenarios 或 --requests 指定",
                    "cannot read the scenarios " + e.getMessage() + " ("
                            + IoReasons.of(e).en() + "); name some with --scenarios or --requests");
        }
    }
}
