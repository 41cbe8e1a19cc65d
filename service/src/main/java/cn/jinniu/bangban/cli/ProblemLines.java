package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.text.Language;
import java.io.PrintWriter;
import java.util.List;

/** Writes problems with files as {@code file:line:column: message}, which editors and terminals can follow. */
final class ProblemLines {
    private ProblemLines() {}

    /**
     * Writes one line each.
     *
     * @param folder stands before each file's path; empty where the paths are whole
     */
    static void print(String folder, List<RulesetProblem> problems, Language language, PrintWriter out) {
        String before = folder.isEmpty() || folder.endsWith("/") ? folder : folder + '/';
        for (RulesetProblem problem : problems) {
            // A problem with the whole file or line is shown where the file or line begins.
            out.println(before + problem.file() + ':' + Math.max(1, problem.line()) + ':'
                    + Math.max(1, problem.column()) + ": " + problem.message().in(language));
        }
        out.flush();
    }
}
