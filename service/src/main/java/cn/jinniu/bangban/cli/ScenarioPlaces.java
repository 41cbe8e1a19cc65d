package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.scenario.Scenario;
import cn.jinniu.bangban.scenario.ScenarioFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** Where the scenarios are. */
final class ScenarioPlaces {
    @Parameters(
            arity = "0..*",
            paramLabel = "DIR|FILE",
            description = {"场景目录或文件（默认 test-data）", "Folders or files of scenarios (default: test-data)"})
    private List<Path> places = new ArrayList<>();

    /** Whether any are named. */
    boolean any() {
        return !places.isEmpty();
    }

    /**
     * Reads them all.
     *
     * @throws Failure when there are none, or a place cannot be read
     * @throws RulesFailure with everything wrong with their files
     */
    List<Scenario> read(RulesetData rules) {
        List<Path> asked = places.isEmpty() ? List.of(Path.of("test-data")) : places;
        ScenarioFiles.Found found = find(asked, rules);
        if (!found.problems().isEmpty()) {
            throw new RulesFailure(Path.of(""), found.problems());
        }
        if (found.scenarios().isEmpty()) {
            throw new Failure("没有找到场景（.yaml 文件）", "no scenarios (.yaml files) were found");
        }
        return found.scenarios();
    }

    private static ScenarioFiles.Found find(List<Path> places, RulesetData rules) {
        try {
            return ScenarioFiles.read(places, Path.of(""), rules);
        } catch (IOException e) {
            throw new Failure(
                    "无法读取场景 " + e.getMessage() + "（" + IoReasons.of(e).zh() + "）",
                    "cannot read the scenarios " + e.getMessage() + " ("
                            + IoReasons.of(e).en() + ")");
        }
    }
}
