package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.engine.lint.Lints;
import cn.jinniu.bangban.engine.sandbox.GuardedFile;
import cn.jinniu.bangban.engine.sandbox.RuleFileGuard;
import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with rules as they are written, before anything is built of them.
 *
 * @param problems errors and warnings, one for a place
 * @param refused those of them that say what rules may not do, and so must not be built
 */
record Examination(List<RulesetProblem> problems, List<RulesetProblem> refused) {

    static Examination of(List<RuleFile> files, List<Located> rules, RulesetSource source, RulesetData data) {
        List<GuardedFile> guarded = files.stream()
                .map(file -> new GuardedFile(file.path(), file.text(), file.content()))
                .toList();
        List<RulesetProblem> refused = RuleFileGuard.check(guarded);
        StringBuilder lost = new StringBuilder();
        files.forEach(file -> lost.append(file.lost()));
        List<RulesetProblem> found = new ArrayList<>();
        new RuleChecks(data, found).check(rules);
        found.addAll(Lints.check(
                guarded, lost.toString(), source, data, WorkingMemoryFacts.TYPES, rule -> RuleGives.of(rule)));
        found.addAll(refused);
        return new Examination(onePerPlace(found), refused);
    }

    /** The errors of rules of which one file is changed, and which had none before; not all warnings. */
    static Examination ofChange(
            String changed, List<RuleFile> files, List<Located> rules, RulesetSource source, RulesetData data) {
        List<GuardedFile> guarded = files.stream()
                .map(file -> new GuardedFile(file.path(), file.text(), file.content()))
                .toList();
        List<RulesetProblem> refused = RuleFileGuard.check(guarded);
        List<RulesetProblem> found = new ArrayList<>();
        new RuleChecks(data, found).check(rules);
        found.addAll(
                Lints.errorsOf(changed, guarded, source, data, WorkingMemoryFacts.TYPES, rule -> RuleGives.of(rule)));
        found.addAll(refused);
        return new Examination(onePerPlace(found), refused);
    }

    /** Of several about one place the first is the one that says most, but for what must not be. */
    private static List<RulesetProblem> onePerPlace(List<RulesetProblem> found) {
        Map<String, RulesetProblem> kept = new LinkedHashMap<>();
        for (RulesetProblem problem : found) {
            String place = problem.column() == 0
                    ? problem.toString()
                    : problem.file() + ':' + problem.line() + ':' + problem.column();
            RulesetProblem before = kept.putIfAbsent(place, problem);
            if (before != null
                    && (problem.kind() == ProblemKind.NOT_ALLOWED || problem.isError() && !before.isError())) {
                kept.put(place, problem);
            }
        }
        return List.copyOf(kept.values());
    }
}
