package cn.jinniu.bangban.engine;

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
    RulesetProblem problem(String zh, String en) {
        return problem(rule.getLine(), 0, zh, en);
    }

    RulesetProblem problem(int line, int column, String zh, String en) {
        return new RulesetProblem(file.path(), line, column, new Text(zh, en));
    }
}
