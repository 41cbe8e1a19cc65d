package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Problems that are there only because a file could not be read: what a rule names or waits for may stand in it all the same. */
final class Aftermath {
    private static final Map<ProblemKind, String> NAMED_IN = Map.of(
            ProblemKind.UNKNOWN_PARAMETER, "parameters.yaml",
            ProblemKind.UNKNOWN_CODE, "catalogue.yaml",
            ProblemKind.UNKNOWN_UNIT, "units.csv",
            ProblemKind.UNKNOWN_CLAUSE, "clauses.yaml");

    private Aftermath() {}

    /** Takes out of the problems those that will be gone when other files are mended. */
    static void remove(List<RulesetProblem> problems, RulesetSource source) {
        List<RulesetProblem> all = List.copyOf(problems);
        if (source.rulePaths().stream().anyMatch(path -> isUnreadable(text(source, path)))) {
            // What the rules of such a file would give and read is not known.
            problems.removeIf(problem -> problem.kind() == ProblemKind.NOBODY_INSERTS
                    || problem.kind() == ProblemKind.UNREAD_PARAMETER
                    || problem.kind() == ProblemKind.UNFILLED_PLACEHOLDER);
        }
        problems.removeIf(problem -> {
            String file = NAMED_IN.get(problem.kind());
            return file != null
                    && problem.file().endsWith(".drl")
                    && all.stream()
                            .anyMatch(other -> other.isError() && other.file().equals(file))
                    && (source.bytes(file) == null || hasWord(text(source, file), named(source, problem)));
        });
    }

    /** Empty, or of another encoding. */
    private static boolean isUnreadable(String text) {
        return text.isBlank() || text.indexOf('\uFFFD') >= 0;
    }

    private static String named(RulesetSource source, RulesetProblem problem) {
        String line = text(source, problem.file())
                .lines()
                .skip(Math.max(0, problem.line() - 1L))
                .findFirst()
                .orElse("");
        int from = problem.column() - 1;
        int to = from + problem.length();
        return from < 0 || to > line.length() ? "" : line.substring(from, to).replace("\"", "");
    }

    private static boolean hasWord(String text, String word) {
        return !word.isEmpty()
                && text.lines().anyMatch(line -> line.matches("[\\s\"'-]*\\Q" + word + "\\E(?:[\"',:：\\s].*)?"));
    }

    private static String text(RulesetSource source, String path) {
        byte[] bytes = source.bytes(path);
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
    }
}
