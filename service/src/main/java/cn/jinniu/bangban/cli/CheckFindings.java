package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param folder the rules folder as it was named
 * @param source the files that were checked
 * @param ruleset what they make; null where they make none
 * @param problems errors and warnings, in the order of the files
 */
record CheckFindings(
        Path folder, RulesetSource source, @Nullable Ruleset ruleset, List<RulesetProblem> problems) {
    /** What becomes of bytes that are no text. */
    private static final char NOT_UTF_8 = '\uFFFD';

    long errors() {
        return problems.stream().filter(RulesetProblem::isError).count();
    }

    long warnings() {
        return problems.size() - errors();
    }

    /** Where the file of a problem lies, for whoever stands where the folder was named. */
    String path(RulesetProblem problem) {
        if (isScenario(problem)) {
            return problem.file();
        }
        String before = folder.toString().replace('\\', '/');
        if (problem.file().equals(".")) {
            return before;
        }
        return before.isEmpty() || before.endsWith("/") ? before + problem.file() : before + '/' + problem.file();
    }

    static boolean isScenario(RulesetProblem problem) {
        return problem.kind() == ProblemKind.SCENARIO;
    }

    /** The line that a problem is on; null where it is on none, or the line cannot be shown. */
    @Nullable
    String line(RulesetProblem problem) {
        byte[] bytes = problem.line() == 0 || isScenario(problem) ? null : source.bytes(problem.file());
        if (bytes == null) {
            return null;
        }
        String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
        // Of another encoding, it would only show as noise.
        return text.indexOf(NOT_UTF_8) >= 0
                ? null
                : text.lines().skip(problem.line() - 1L).findFirst().orElse(null);
    }

    /** Where on its line a problem begins (UTF-16), from 0; plain files count whole characters. */
    static int start(RulesetProblem problem, String line) {
        int column = Math.max(0, problem.column() - 1);
        return problem.file().endsWith(".drl") || column > line.codePointCount(0, line.length())
                ? Math.min(column, line.length())
                : line.offsetByCodePoints(0, column);
    }
}
