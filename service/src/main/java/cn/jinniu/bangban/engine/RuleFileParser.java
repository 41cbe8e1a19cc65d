package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.engine.lint.FullWidth;
import cn.jinniu.bangban.engine.lint.RuleText;
import cn.jinniu.bangban.engine.sandbox.SourceText;
import cn.jinniu.bangban.engine.trace.Anatomy;
import cn.jinniu.bangban.engine.trace.ConditionReader;
import cn.jinniu.bangban.engine.trace.ImportedNames;
import cn.jinniu.bangban.engine.trace.RuleParts;
import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** Parses the rule files of a ruleset, collecting what is wrong with all of them. */
final class RuleFileParser {
    private RuleFileParser() {}

    static List<RuleFile> parse(RulesetSource source, List<RulesetProblem> problems) {
        List<RuleFile> files = new ArrayList<>();
        for (String path : source.rulePaths()) {
            String text = source.text(path, problems);
            RuleFile file = text == null ? null : read(path, text, problems);
            if (file != null) {
                files.add(file);
            }
        }
        return files;
    }

    /** The rules of a ruleset that was compiled, taken apart; in the order of their numbers. */
    static Anatomy anatomy(RulesetSource source) {
        List<RuleParts> parts = new ArrayList<>();
        List<PackageDescr> contents = new ArrayList<>();
        for (RuleFile file : parse(source, new ArrayList<>())) {
            contents.add(file.content());
            for (RuleDescr rule : file.content().getRules()) {
                RuleInfo info = new Located(file, rule).info();
                parts.add(ConditionReader.read(parts.size(), info, rule, file.text()));
            }
        }
        return new Anatomy(List.copyOf(parts), ImportedNames.of(contents));
    }

    /** One rule file by its text; null, with problems added, when it cannot be read as one. */
    static @Nullable RuleFile file(String path, String text, List<RulesetProblem> problems) {
        List<RulesetProblem> found = new ArrayList<>();
        RuleFile file = read(path, text, found);
        problems.addAll(found);
        return found.isEmpty() ? file : null;
    }

    /** What could be read of a file, with problems added for what could not; null when it must not be parsed. */
    private static @Nullable RuleFile read(String path, String written, List<RulesetProblem> problems) {
        FullWidth.Narrowed narrowed = FullWidth.of(path, written);
        problems.addAll(narrowed.problems());
        String text = narrowed.text();
        // What does not end is reported with the rule it stands in; anything else must not reach the parser.
        List<RulesetProblem> refused = SourceText.check(path, text).stream()
                .filter(problem -> problem.kind() != ProblemKind.UNCLOSED)
                .toList();
        if (problems.addAll(refused)) {
            return null;
        }
        RuleText read = RuleText.read(path, text);
        problems.addAll(read.problems());
        return new RuleFile(path, text, read.content(), read.lost());
    }
}
