package cn.jinniu.bangban.coverage;

import cn.jinniu.bangban.engine.RuleInfo;
import cn.jinniu.bangban.ruleset.RulesetSource;
import cn.jinniu.bangban.scenario.Scenario;
import cn.jinniu.bangban.scenario.ScenarioOutcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** All scenarios, for each change those first that are likeliest to notice: in most cases the first one does. */
final class LikelyScenarios {
    private final RulesetSource source;
    private final List<RuleInfo> rules;
    private final List<ScenarioOutcome> outcomes;
    private final Map<Set<RuleInfo>, List<Scenario>> sorted = new ConcurrentHashMap<>();

    LikelyScenarios(RulesetSource source, List<RuleInfo> rules, List<ScenarioOutcome> outcomes) {
        this.source = source;
        this.rules = rules;
        this.outcomes = List.copyOf(outcomes);
    }

    /** Those in which a changed rule fires come first, then those in which another rule of its file does. */
    List<Scenario> likelyFirst(Mutation mutation) {
        Set<RuleInfo> changed = mutation.file().endsWith(".drl") ? ruleAt(mutation) : reading(mutation);
        return sorted.computeIfAbsent(changed, this::sort);
    }

    private List<Scenario> sort(Set<RuleInfo> changed) {
        Set<String> files = changed.stream().map(RuleInfo::file).collect(Collectors.toSet());
        ToIntFunction<ScenarioOutcome> rank = outcome -> {
            boolean fires = outcome.fired().stream().anyMatch(changed::contains);
            boolean near = outcome.fired().stream().anyMatch(rule -> files.contains(rule.file()));
            return fires ? 0 : near ? 1 : 2;
        };
        List<ScenarioOutcome> all = new ArrayList<>(outcomes);
        all.sort(Comparator.comparingInt(rank));
        return all.stream().map(ScenarioOutcome::scenario).toList();
    }

    private Set<RuleInfo> ruleAt(Mutation mutation) {
        return rules.stream()
                .filter(rule -> rule.file().equals(mutation.file()) && rule.line() <= mutation.line())
                .max(Comparator.comparingInt(RuleInfo::line))
                .map(Set::of)
                .orElse(Set.of());
    }

    /** Rules in whose files a parameter is named. */
    private Set<RuleInfo> reading(Mutation mutation) {
        String quoted = "\"" + parameterAt(mutation) + "\"";
        return rules.stream().filter(rule -> text(rule.file()).contains(quoted)).collect(Collectors.toSet());
    }

    /** Name of the parameter that a change is about. */
    String parameterAt(Mutation mutation) {
        return DataMutations.parameterAt(text(mutation.file()), mutation.start());
    }

    private String text(String path) {
        byte[] bytes = source.bytes(path);
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
