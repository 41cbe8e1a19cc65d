package cn.jinniu.bangban.engine.sandbox;

import cn.jinniu.bangban.ruleset.RulesetProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * Refuses what a rule may not do as it is written, before anything is built of it: building already runs some of it.
 * Knows what is allowed; anything else is refused.
 */
public final class RuleFileGuard {
    private RuleFileGuard() {}

    /** Everything in the rule files that rules may not do, with its place; nothing when they may be built. */
    public static List<RulesetProblem> check(Collection<GuardedFile> files) {
        KnownNames names = new KnownNames(files);
        List<RulesetProblem> problems = new ArrayList<>();
        for (GuardedFile file : files) {
            Findings findings = new Findings(file.path(), file.text());
            new DeclarationCheck(findings, names).check(file.content());
            file.content().getAttributes().forEach(attribute -> attribute(attribute, 0, findings));
            for (RuleDescr rule : file.content().getRules()) {
                check(rule, findings, names);
            }
            problems.addAll(findings.all());
        }
        problems.addAll(Recursion.among(files));
        return problems;
    }

    private static void check(RuleDescr rule, Findings findings, KnownNames names) {
        int start = Math.max(0, rule.getStartCharacter());
        rule.getAttributes().values().forEach(attribute -> attribute(attribute, start, findings));
        for (AnnotationDescr annotation : rule.getAnnotations()) {
            annotation(annotation, start, findings);
        }
        if (rule.isQuery()) {
            findings.add(
                    findings.find("query", start),
                    "规则文件不写 query；请写成规则或者函数",
                    "a rule file has no query; write a rule or a function");
        }
        Set<String> bound = new ConditionCheck(findings, names, rule).check();
        for (Map.Entry<String, Object> other : rule.getNamedConsequences().entrySet()) {
            findings.add(
                    findings.find("[" + other.getKey() + "]", start),
                    "一条规则只有一个结论；请把 then[" + other.getKey() + "] 写成另一条规则",
                    "a rule has one consequence; make a rule of its own of then[" + other.getKey() + "]");
        }
        if (!rule.isQuery() && rule.getConsequence() instanceof String consequence) {
            new CodeCheck(findings, names).check(consequence, findings.find(consequence, start), new HashSet<>(bound));
        }
    }

    /** Attributes may hold code; those that may stand at all are for others to judge. */
    private static void attribute(AttributeDescr attribute, int start, Findings findings) {
        String value = String.valueOf(attribute.getValue());
        boolean number = value.matches("-?\\d+");
        boolean plain = number || value.matches("\\w+") && attribute.getType() != AttributeDescr.Type.EXPRESSION;
        boolean java = attribute.getName().equals("dialect") && value.equals("java");
        if (attribute.getName().equals("dialect") ? !java : !plain) {
            findings.add(
                    findings.find(attribute.getName(), start),
                    attribute.getName().equals("dialect")
                            ? "规则只能用 java 写；请删去 dialect \"" + value + "\""
                            : "属性 " + attribute.getName() + " 里不能写算式；请删去",
                    attribute.getName().equals("dialect")
                            ? "rules are written in java; remove dialect \"" + value + "\""
                            : "the attribute " + attribute.getName() + " takes no expression; remove it");
        }
    }

    private static void annotation(AnnotationDescr annotation, int start, Findings findings) {
        boolean plain = annotation.getValueMap().values().stream().allMatch(value -> {
            List<Token> tokens = Tokens.of(String.valueOf(value));
            return tokens.size() == 2 && tokens.get(0).kind() == Token.Kind.STRING;
        });
        boolean known = annotation.getName().matches("[a-z]+")
                && annotation.getValueMap().size() <= 1;
        if (!plain || !known) {
            findings.add(
                    findings.find("@" + annotation.getName(), start),
                    "注解只能写成 @名称( \"文字\" )，例如 @clause(\"条款号\")",
                    "an annotation is written @name( \"text\" ), as @clause(\"number\") is");
        }
    }
}
