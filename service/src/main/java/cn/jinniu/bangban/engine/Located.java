package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.text.Text;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** A rule with the file it stands in. */
record Located(RuleFile file, RuleDescr rule) {

    /** The clause in the rule's annotation, empty where there is none. */
    String clause() {
        AnnotationDescr annotation = rule.getAnnotation("clause");
        if (annotation == null || annotation.getSingleValueAsString() == null) {
            return "";
        }
        return annotation.getSingleValueAsString().replace("\"", "").strip();
    }

    RuleInfo info() {
        return new RuleInfo(rule.getName(), clause(), file.path(), rule.getLine());
    }

    /** A problem with the whole rule, on its first line. */
    RulesetProblem problem(ProblemKind kind, String zh, String en) {
        return new RulesetProblem(file.path(), rule.getLine(), 0, 0, kind, new Text(zh, en));
    }

    /** A problem with a piece of the rule, found from its beginning on; with its first line where the piece is not there. */
    RulesetProblem problem(ProblemKind kind, String piece, String zh, String en) {
        int at = file.text().indexOf(piece, Math.max(0, rule.getStartCharacter()));
        if (at < 0 || at > endCharacter()) {
            return problem(kind, zh, en);
        }
        String before = file.text().substring(0, at);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = at - before.lastIndexOf('\n');
        return new RulesetProblem(file.path(), line, column, piece.length(), kind, new Text(zh, en));
    }

    private int endCharacter() {
        return rule.getEndCharacter() > 0 ? rule.getEndCharacter() : file.text().length();
    }

    /** Whether a problem lies in the rule. */
    boolean has(RulesetProblem problem) {
        return problem.file().equals(file.path())
                && problem.line() >= rule.getLine()
                && problem.line() <= Math.max(rule.getLine(), rule.getEndLine());
    }
}
