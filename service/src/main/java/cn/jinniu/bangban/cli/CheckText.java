package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.text.Language;
import java.io.PrintWriter;

/** What a check found, for people: each problem with its line, the piece marked, and a sentence at the end. */
final class CheckText {
    private final CheckFindings findings;
    private final Language language;
    private final PrintWriter out;

    CheckText(CheckFindings findings, Language language, PrintWriter out) {
        this.findings = findings;
        this.language = language;
        this.out = out;
    }

    void print() {
        findings.problems().forEach(this::print);
        Ruleset ruleset = findings.ruleset();
        if (ruleset == null || findings.errors() > 0) {
            refusal();
        } else {
            summary(ruleset);
        }
        out.flush();
    }

    private void print(RulesetProblem problem) {
        String severity = switch (language) {
            case ZH -> problem.isError() ? "错误" : "警告";
            case EN -> problem.isError() ? "error" : "warning";
        };
        // A problem with the whole file or line is shown where the file or line begins.
        out.println(findings.path(problem) + ':' + Math.max(1, problem.line()) + ':' + Math.max(1, problem.column())
                + ": " + severity + " [" + problem.kind().word() + "] "
                + problem.message().in(language));
        String line = findings.line(problem);
        if (line == null || line.isBlank()) {
            return;
        }
        int start = problem.column() == 0
                ? line.length() - line.stripLeading().length()
                : CheckFindings.start(problem, line);
        int length = problem.column() == 0 ? line.strip().length() : problem.length();
        String[] marked = MarkedLine.of(line, start, length);
        String number = String.format("%5d", problem.line());
        out.println(number + " | " + marked[0]);
        out.println(" ".repeat(number.length()) + " | " + marked[1]);
    }

    private void refusal() {
        long errors = findings.errors();
        long warnings = findings.warnings();
        out.println(
                switch (language) {
                    case ZH ->
                        "规则目录 " + findings.folder() + " 有 " + errors + " 处错误"
                                + (warnings == 0 ? "" : "、" + warnings + " 处警告") + "，不能使用";
                    case EN ->
                        findings.folder() + " has " + errors + (errors == 1 ? " error" : " errors")
                                + (warnings == 0 ? "" : " and " + warnings + (warnings == 1 ? " warning" : " warnings"))
                                + " and cannot be used";
                });
    }

    private void summary(Ruleset ruleset) {
        int rules = ruleset.rules().size();
        int clauses = ruleset.data().clauses().numbers().size();
        int parameters = ruleset.data().parameters().all().size();
        long warnings = findings.warnings();
        out.println(
                switch (language) {
                    case ZH ->
                        "规则目录 " + findings.folder() + " 可用" + (warnings == 0 ? "" : "，但有 " + warnings + " 处警告") + "："
                                + rules + " 条规则，" + clauses + " 个条款，" + parameters + " 个参数，版本 " + ruleset.version();
                    case EN ->
                        findings.folder() + " can be used"
                                + (warnings == 0
                                        ? ""
                                        : ", with " + warnings + (warnings == 1 ? " warning" : " warnings"))
                                + ": " + rules + " rules, " + clauses + " clauses, " + parameters
                                + " parameters, version "
                                + ruleset.version();
                });
    }
}
