package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.PatternDescr;

/**
 * Chooses what can be built of rules that have mistakes, so that the compiler's findings about the others are told with
 * them. Nothing of a rule that does what it may not is built, for building already runs some of it.
 */
final class WhatToBuild {
    /** Mistakes in conditions that the builder would only report once more, and worse. */
    private static final Set<ProblemKind> IN_CONDITIONS = EnumSet.of(
            ProblemKind.UNKNOWN_FIELD,
            ProblemKind.UNKNOWN_FUNCTION,
            ProblemKind.UNLIKE_TYPES,
            ProblemKind.NOT_A_CONDITION,
            ProblemKind.NEVER_FIRES);

    private WhatToBuild() {}

    /** Takes out of the files what is not to be built; false where nothing can be. */
    static boolean choose(List<RuleFile> files, List<Located> rules, Examination examination) {
        boolean declarationsRefused = examination.refused().stream()
                .anyMatch(problem -> rules.stream().noneMatch(rule -> rule.has(problem)));
        boolean declarationsLost = files.stream().anyMatch(WhatToBuild::lostDeclarations);
        if (declarationsRefused || declarationsLost) {
            return false;
        }
        Set<String> names = new HashSet<>();
        for (RuleFile file : files) {
            file.content().getRules().removeIf(rule -> {
                Located located = new Located(file, rule);
                return !names.add(rule.getName())
                        || examination.refused().stream().anyMatch(located::has);
            });
        }
        for (Located rule : RuleBaseCompiler.locate(files)) {
            for (RulesetProblem problem : examination.problems()) {
                if (IN_CONDITIONS.contains(problem.kind()) && problem.column() > 0 && rule.has(problem)) {
                    without(rule.rule().getLhs(), offset(rule.file().text(), problem));
                }
            }
        }
        return true;
    }

    private static boolean lostDeclarations(RuleFile file) {
        return file.lost()
                .lines()
                .anyMatch(line -> line.strip().matches("(?:import|global|declare|function|package)\\b.*"));
    }

    private static int offset(String text, RulesetProblem problem) {
        int at = 0;
        for (int line = 1; line < problem.line(); line++) {
            at = text.indexOf('\n', at) + 1;
        }
        return at + problem.column() - 1;
    }

    private static void without(BaseDescr part, int offset) {
        if (part instanceof PatternDescr pattern) {
            List.copyOf(pattern.getDescrs()).forEach(constraint -> {
                boolean there = constraint.getStartCharacter() <= offset && offset <= constraint.getEndCharacter();
                if (there && !String.valueOf(constraint).contains(":")) {
                    pattern.removeConstraint(constraint);
                }
            });
        } else if (part instanceof ConditionalElementDescr several) {
            several.getDescrs().forEach(each -> without((BaseDescr) each, offset));
        }
    }
}
