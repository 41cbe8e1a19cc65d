package cn.jinniu.bangban.engine.sandbox;

import cn.jinniu.bangban.ruleset.RulesetProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.FunctionDescr;

/** Finds functions of rule files that call themselves, straight or by way of others. */
final class Recursion {
    private Recursion() {}

    static List<RulesetProblem> among(Collection<GuardedFile> files) {
        Map<String, Set<String>> calls = new HashMap<>();
        for (GuardedFile file : files) {
            for (FunctionDescr function : file.content().getFunctions()) {
                Set<String> called = calls.computeIfAbsent(function.getName(), name -> new HashSet<>());
                Tokens.of(String.valueOf(function.getBody())).stream()
                        .filter(Token::isName)
                        .map(Token::text)
                        .forEach(called::add);
            }
        }
        List<RulesetProblem> problems = new ArrayList<>();
        for (GuardedFile file : files) {
            Findings findings = new Findings(file.path(), file.text());
            for (FunctionDescr function : file.content().getFunctions()) {
                if (reaches(function.getName(), function.getName(), calls, new HashSet<>())) {
                    findings.add(
                            findings.findWord(function.getName(), function.getStartCharacter()),
                            "函数“" + function.getName() + "”又调用了自己（直接地，或者通过别的函数）；请改用循环",
                            "the function \"" + function.getName()
                                    + "\" calls itself, straight or by way of others; write a loop");
                }
            }
            problems.addAll(findings.all());
        }
        return problems;
    }

    private static boolean reaches(String from, String to, Map<String, Set<String>> calls, Set<String> seen) {
        for (String next : calls.getOrDefault(from, Set.of())) {
            if (next.equals(to) || seen.add(next) && reaches(next, to, calls, seen)) {
                return true;
            }
        }
        return false;
    }
}
