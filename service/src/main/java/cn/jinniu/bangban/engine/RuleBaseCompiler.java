package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.engine.sandbox.GuardedFile;
import cn.jinniu.bangban.engine.sandbox.MatchCounters;
import cn.jinniu.bangban.engine.sandbox.RuleFileGuard;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.drools.compiler.builder.impl.KnowledgeBuilderImpl;
import org.drools.core.impl.InternalRuleBase;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.KiePackage;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.KnowledgeBuilderResult;
import org.kie.internal.builder.ResultSeverity;

/**
 * Makes a rule base of a ruleset's rule files: parses, checks, orders and weaves the rules, then has Drools build them.
 *
 * <p>Each build has a builder and class loader of its own and goes through no repository, so builds neither see one
 * another nor leave anything behind.
 */
final class RuleBaseCompiler {
    private RuleBaseCompiler() {}

    /** Compiles the rules; null, with problems added, when they cannot be. */
    static @Nullable RuleBase compile(List<RuleFile> files, RulesetData data, List<RulesetProblem> problems) {
        List<Located> rules = locate(files);
        new RuleChecks(data, problems).check(rules);
        if (!guard(files, problems)) {
            return null;
        }
        PackageDescr all = merge(files);
        Set<String> circles = order(rules, new TypeNames(all), problems);
        weave(rules);
        KnowledgeBuilder builder = build(all);
        report(builder, rules, problems);
        if (!problems.isEmpty()) {
            return null;
        }
        Collection<KiePackage> packages = builder.getKnowledgePackages();
        if (!CompiledCodeChecks.pass(packages, rules, files, problems)) {
            return null;
        }
        MatchCounters.put(packages);
        InternalRuleBase base = RuleBases.of(packages);
        return new RuleBase(
                (org.kie.api.KieBase) base, rules.stream().map(Located::info).toList(), circles);
    }

    /** Whether the rules do only what rules may; nothing of them is built where they do not, for building runs some. */
    static boolean guard(List<RuleFile> files, List<RulesetProblem> problems) {
        return !problems.addAll(RuleFileGuard.check(files.stream()
                .map(file -> new GuardedFile(file.path(), file.text(), file.content()))
                .toList()));
    }

    static List<Located> locate(List<RuleFile> files) {
        List<Located> rules = new ArrayList<>();
        for (RuleFile file : files) {
            for (RuleDescr rule : file.content().getRules()) {
                rules.add(new Located(file, rule));
            }
        }
        return rules;
    }

    /** All files as one package, whatever each calls it; what one file imports, every file may use. */
    static PackageDescr merge(List<RuleFile> files) {
        PackageDescr all = new PackageDescr("");
        Set<String> globals = new HashSet<>();
        for (RuleFile file : files) {
            PackageDescr content = file.content();
            if (all.getName().isEmpty() && content.getName() != null) {
                all.setName(content.getName());
            }
            content.getImports().forEach(all::addImport);
            content.getFunctionImports().forEach(all::addFunctionImport);
            content.getAccumulateImports().forEach(all::addAccumulateImport);
            content.getFunctions().forEach(all::addFunction);
            content.getTypeDeclarations().forEach(all::addTypeDeclaration);
            content.getEnumDeclarations().forEach(all::addEnumDeclaration);
            content.getGlobals().stream()
                    .filter(global -> globals.add(global.getIdentifier()))
                    .forEach(all::addGlobal);
            content.getRules().forEach(all::addRule);
        }
        if (all.getName().isEmpty()) {
            all.setName("rules");
        }
        return all;
    }

    /** Has each rule reason after those that give what it reads; gives the names of those that go round in circles. */
    static Set<String> order(List<Located> rules, TypeNames types, List<RulesetProblem> problems) {
        List<List<RuleReads>> reads =
                rules.stream().map(rule -> RuleReads.of(rule.rule())).toList();
        List<List<String>> gives =
                rules.stream().map(rule -> RuleGives.of(rule.rule())).toList();
        Strata strata = new Strata(
                rules.size(),
                (giver, reader) -> reads.get(reader).stream()
                        .anyMatch(read ->
                                gives.get(giver).stream().anyMatch(given -> types.matches(read.type(), given))));
        Set<String> circles = new HashSet<>();
        for (int reader = 0; reader < rules.size(); reader++) {
            RuleDescr rule = rules.get(reader).rule();
            if (strata.inCircle(reader)) {
                circles.add(rule.getName());
            }
            for (RuleReads read : reads.get(reader)) {
                for (int giver = 0; giver < rules.size() && read.whole(); giver++) {
                    if (strata.inOneCircle(giver, reader)
                            && gives.get(giver).stream().anyMatch(given -> types.matches(read.type(), given))) {
                        problems.add(
                                rules.get(reader)
                                        .problem(
                                                "规则之间循环依赖:本规则要求 " + read.type() + " 已经齐全,而规则「"
                                                        + rules.get(giver)
                                                                .rule()
                                                                .getName() + "」又要根据本规则的结论才给出它;请拆开其中一条",
                                                "rules go round in a circle: this rule needs all facts of "
                                                        + read.type()
                                                        + ", and the rule «"
                                                        + rules.get(giver)
                                                                .rule()
                                                                .getName()
                                                        + "» gives some only from what follows from it; take one of them apart"));
                    }
                }
            }
            rule.addAttribute(new AttributeDescr("salience", String.valueOf(-strata.level(reader))));
            rule.addAttribute(new AttributeDescr("dialect", "java", AttributeDescr.Type.STRING));
        }
        return circles;
    }

    /** Tells the sink of answers which rule fires; on the rule's own first line, so that no line moves. */
    static void weave(List<Located> rules) {
        for (int number = 0; number < rules.size(); number++) {
            weave(rules.get(number).rule(), number);
        }
    }

    /** @param number by which the sink knows the rule */
    static void weave(RuleDescr rule, int number) {
        rule.setConsequence("answers.begin(" + number + ");try{" + rule.getConsequence()
                + "\n}catch(Throwable broken){answers.abandon();throw broken;}finally{answers.end();}");
    }

    static KnowledgeBuilder build(PackageDescr all) {
        Properties properties = new Properties();
        properties.setProperty("drools.dialect.default", "java");
        properties.setProperty("drools.dialect.java.compiler.lnglevel", "17");
        // In a pool thread the build would look for classes in the wrong loader, and its errors would come in any
        // order.
        properties.setProperty("drools.parallelRulesBuildThreshold", "-1");
        KnowledgeBuilderImpl builder = (KnowledgeBuilderImpl)
                KnowledgeBuilderFactory.newKnowledgeBuilder(KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(
                        properties, new RuleClassLoader(RuleBaseCompiler.class.getClassLoader())));
        builder.addPackage(all);
        return builder;
    }

    static void report(KnowledgeBuilder builder, List<Located> rules, List<RulesetProblem> problems) {
        Map<String, Located> byName = new HashMap<>();
        rules.forEach(rule -> byName.put(rule.rule().getName(), rule));
        for (KnowledgeBuilderResult result : builder.getResults(ResultSeverity.ERROR)) {
            problems.add(BuildErrors.problem(result, byName));
        }
    }
}
