package cn.jinniu.bangban.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scenarios by the folder they lie in, for there are too many for a line of a terminal. */
final class ScenarioGroups {
    private final String common;

    /** @param scenarios paths of all of them */
    ScenarioGroups(List<String> scenarios) {
        this.common = common(scenarios);
    }

    /** How many of some scenarios lie in each folder; in the order they were given. */
    Map<String, Integer> count(List<String> scenarios) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        scenarios.forEach(scenario -> counts.merge(group(scenario), 1, Integer::sum));
        return counts;
    }

    /** The folder below the one that holds all scenarios; a dot for that one itself. */
    String group(String scenario) {
        String below = below(scenario);
        int slash = below.indexOf('/');
        return slash < 0 ? "." : below.substring(0, slash);
    }

    /** A scenario's path below the folder that holds all. */
    String below(String scenario) {
        return scenario.substring(common.length());
    }

    private static String common(List<String> scenarios) {
        if (scenarios.isEmpty()) {
            return "";
        }
        List<String> folders = new ArrayList<>(List.of(scenarios.get(0).split("/")));
        folders.remove(folders.size() - 1);
        String common = String.join("/", folders) + "/";
        while (!common.equals("/") && !allBelow(scenarios, common)) {
            folders.remove(folders.size() - 1);
            common = String.join("/", folders) + "/";
        }
        return common.equals("/") ? "" : common;
    }

    private static boolean allBelow(List<String> scenarios, String folder) {
        return scenarios.stream().allMatch(scenario -> scenario.startsWith(folder));
    }
}
