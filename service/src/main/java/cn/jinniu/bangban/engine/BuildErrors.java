package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.text.Text;
import java.util.Map;
import org.drools.compiler.compiler.DescrBuildError;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DroolsError;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.KnowledgeBuilderResult;
import org.kie.internal.jci.CompilationProblem;

/** Drools' build errors as problems of the rule files. */
final class BuildErrors {
    private BuildErrors() {}

    static RulesetProblem problem(KnowledgeBuilderResult result, Map<String, Located> rules) {
        Located rule = ruleOf(result, rules);
        int[] lines = result.getLines();
        int line = lines.length > 0 && lines[0] > 0
                ? lines[0]
                : rule == null ? 0 : rule.rule().getLine();
        String detail = detail(result);
        Text message = new Text(
                (rule == null ? "" : "规则「" + rule.rule().getName() + "」") + "不能编译:" + detail + "。请对照其他规则检查所用的事实、字段和函数名",
                (rule == null ? "" : "the rule «" + rule.rule().getName() + "» ") + "does not compile: " + detail
                        + ". Check the names of facts, fields and functions against other rules");
        return new RulesetProblem(rule == null ? "" : rule.file().path(), line, 0, message);
    }

    static @Nullable Located ruleOf(KnowledgeBuilderResult result, Map<String, Located> rules) {
        if (result instanceof DescrBuildError error) {
            BaseDescr about = error.getDescr() instanceof RuleDescr ? error.getDescr() : error.getParentDescr();
            if (about instanceof RuleDescr rule) {
                return rules.get(rule.getName());
            }
        }
        return null;
    }

    /** What Drools or the Java compiler says, on one line. */
    private static String detail(KnowledgeBuilderResult result) {
        String said = null;
        if (result instanceof DescrBuildError error && error.getObject() instanceof CompilationProblem[] problems) {
            StringBuilder all = new StringBuilder();
            for (CompilationProblem problem : problems) {
                all.append(all.isEmpty() ? "" : "; ").append(problem.getMessage());
            }
            said = all.toString();
        }
        if (said == null || said.isBlank()) {
            said = result instanceof DroolsError error ? error.getMessage() : result.getMessage();
        }
        return said == null || said.isBlank() || said.equals("null")
                ? "Drools gives no reason"
                : said.strip().replaceAll("\\s+", " ");
    }
}
