package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.engine.sandbox.GuardedFile;
import cn.jinniu.bangban.engine.sandbox.MatchCounters;
import cn.jinniu.bangban.engine.sandbox.RuleFileGuard;
import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.ruleset.RulesetSource;
import cn.jinniu.bangban.text.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
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
    /** Rules of one level may be ordered among themselves, by less than this. */
    private static final int ROOM_OF_A_LEVEL = 1_000;

    private RuleBaseCompiler() {}

    /** Compiles the rules; null, with problems added, when they cannot be. Warnings may be added in either case. */
    static @Nullable RuleBase compile(
            List<RuleFile> files, RulesetSource source, RulesetData data, List<RulesetProblem> problems) {
        List<Located> rules = locate(files);
        Examination examination = Examination.of(files, rules, source, data);
        problems.addAll(examination.problems());
        if (!WhatToBuild.choose(files, rules, examination)) {
            return null;
        }
        PackageDescr all = merge(files);
        List<Located> built = locate(files);
        Set<String> circles = order(built, new TypeNames(all), problems);
        weave(built);
        KnowledgeBuilder builder = tryToBuild(all);
        if (builder == null) {
            brokenOff(files, problems);
            return null;
        }
        report(builder, files, built, problems);
        if (problems.stream().anyMatch(RulesetProblem::isError)) {
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

    /** All rules, in the order of the files. */
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
                                                ProblemKind.RULE_CIRCLE,
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
            int stated = Reasons.salience(rules.get(reader));
            // A rule takes an attribute once, and these are decided here.
            rule.getAttributes().keySet().removeAll(Set.of("salience", "dialect"));
            rule.addAttribute(
                    new AttributeDescr("salience", String.valueOf(-ROOM_OF_A_LEVEL * strata.level(reader) + stated)));
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

    /** Null where Drools breaks off instead of saying what is wrong, as it does on some conditions. */
    private static @Nullable KnowledgeBuilder tryToBuild(PackageDescr all) {
        try {
            return build(all);
        } catch (RuntimeException | StackOverflowError brokenOff) {
            return null;
        }
    }

    /** Finds the rules that cannot be built even alone; those with mistakes that are known need no other. */
    private static void brokenOff(List<RuleFile> files, List<RulesetProblem> problems) {
        if (problems.stream().anyMatch(RulesetProblem::isError)) {
            return;
        }
        PackageDescr all = merge(files);
        List<RuleDescr> rules = List.copyOf(all.getRules());
        for (Located rule : locate(files)) {
            all.getRules().removeAll(rules);
            all.addRule(rule.rule());
            if (tryToBuild(all) == null) {
                problems.add(rule.problem(
                        ProblemKind.DOES_NOT_COMPILE,
                        "规则「" + rule.rule().getName() + "」的条件不能编译，编译器没有说明原因；请检查 accumulate、groupby 里的变量和字段，对照别的规则改写",
                        "the conditions of the rule «" + rule.rule().getName()
                                + "» do not compile, and the compiler gives no reason; check variables and fields in accumulate"
                                + " and groupby against other rules"));
            }
        }
        if (problems.stream().noneMatch(RulesetProblem::isError)) {
            problems.add(new RulesetProblem(
                    ".",
                    0,
                    0,
                    0,
                    ProblemKind.DOES_NOT_COMPILE,
                    new Text(
                            "规则不能编译，编译器没有说明原因；请撤销最近的改动",
                            "the rules do not compile, and the compiler gives no reason; undo the last change")));
        }
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

    static void report(
            KnowledgeBuilder builder, List<RuleFile> files, List<Located> rules, List<RulesetProblem> problems) {
        BuildErrors errors = new BuildErrors(files, rules);
        for (KnowledgeBuilderResult result : builder.getResults(ResultSeverity.ERROR)) {
            errors.add(result);
        }
        problems.addAll(errors.beyond(problems));
    }
}
