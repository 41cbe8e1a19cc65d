package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.engine.sandbox.MatchCounters;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.definition.KiePackage;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderResult;
import org.kie.internal.builder.ResultSeverity;

/**
 * Variants of a ruleset's rules, of which one at a time takes its rule's place. Many are compiled at once, as rules beside
 * the others, which takes hardly longer than compiling the ruleset; who decides by one of them has the rest not fire. That
 * is the same, because rules act on nothing but by firing.
 */
public final class RuleVariants {
    /** So many more rules are compiled in little time; a session looks at all of them, though. */
    private static final int AT_ONCE = 48;

    private final RulesetSource source;
    private final RulesetData data;
    private final List<Located> plain;
    private final List<RuleFile> files;
    private final TypeNames types;
    private final List<String> levels;

    /**
     * A rule file in which one rule is changed.
     *
     * @param file its path
     * @param text its whole text, with the change made
     * @param at where in the text the change is, after the rule's beginning and before that of the next
     */
    public record Variant(String file, String text, int at) {}

    /** What becomes of variants that were compiled. */
    public sealed interface Made {
        /** Can take its rule's place; decides as a folder with the changed file would. */
        record Ready(Ruleset ruleset) implements Made {}

        /** A folder with the changed file would be refused. */
        record Refused() implements Made {}

        /** Cannot be compiled with others: it changes more than what one rule does. */
        record Alone() implements Made {}
    }

    /**
     * Variants that were compiled together.
     *
     * @param all the ruleset with no variant in force
     * @param names what each variant's rule is called where it fails; a variant that is not ready has a name that never fails
     * @param made in the order of the variants
     */
    public record Batch(Ruleset all, List<String> names, List<Made> made) {}

    /**
     * Of a ruleset.
     *
     * @throws RulesetRefused when it cannot decide as it is
     */
    public RuleVariants(RulesetSource source) throws RulesetRefused {
        List<RulesetProblem> problems = new ArrayList<>();
        this.source = source;
        this.data = RulesetData.read(source, problems);
        this.files = RuleFileParser.parse(source, problems);
        if (!RulesetProblem.allow(problems)) {
            throw new RulesetRefused(problems);
        }
        this.plain = RuleBaseCompiler.locate(files);
        this.types = new TypeNames(RuleBaseCompiler.merge(files));
        this.levels = levels(plain, problems);
        if (!RulesetProblem.allow(problems)) {
            throw new RulesetRefused(problems);
        }
    }

    /** How many variants are best compiled at once. */
    public static int atOnce() {
        return AT_ONCE;
    }

    /**
     * The rules beside other plain files.
     *
     * @param rules of the same rule files
     * @param other a source that differs from this one's in plain files only
     * @return the ruleset; null where the other files are refused
     */
    public @Nullable Ruleset beside(Ruleset rules, RulesetSource other) {
        List<RulesetProblem> problems = new ArrayList<>();
        RulesetData others = RulesetData.read(other, problems);
        if (RulesetProblem.allow(problems)) {
            synchronized (this) {
                problems.addAll(Examination.of(files, plain, other, others).problems());
            }
        }
        return RulesetProblem.allow(problems) ? rules.beside(others, other) : null;
    }

    /** A variant that is fit to be compiled with others: its rule, and the number of the rule it stands for. */
    private record Fit(String rule, int number) {}

    /** Compiles variants. Several threads may compile different ones. */
    public Batch compile(List<Variant> variants) {
        List<Made> made = new ArrayList<>();
        Map<Integer, Fit> fit = new HashMap<>();
        for (int i = 0; i < variants.size(); i++) {
            made.add(examine(variants.get(i), i, fit));
        }
        return build(variants, made, fit);
    }

    private synchronized Made examine(Variant variant, int index, Map<Integer, Fit> fit) {
        List<RulesetProblem> problems = new ArrayList<>();
        RuleFile changed = RuleFileParser.file(variant.file(), variant.text(), problems);
        if (changed == null) {
            return new Made.Refused();
        }
        List<RuleFile> all = files.stream()
                .map(file -> file.path().equals(variant.file()) ? changed : file)
                .toList();
        List<Located> rules = RuleBaseCompiler.locate(all);
        int number = numberAt(variant.at(), changed, rules);
        if (rules.size() != plain.size() || number < 0) {
            return new Made.Alone();
        }
        problems.addAll(
                Examination.ofChange(variant.file(), all, rules, source, data).problems());
        if (!RulesetProblem.allow(problems) || !RuleLimits.check(source, all, problems)) {
            return new Made.Refused();
        }
        List<String> otherLevels = levels(rules, problems);
        if (!RulesetProblem.allow(problems)) {
            return new Made.Refused();
        }
        if (!otherLevels.equals(levels)) {
            return new Made.Alone();
        }
        fit.put(index, new Fit(rules.get(number).rule().getName(), number));
        return new Made.Alone(); // until it is compiled
    }

    /** Which of all rules holds a place of a file; -1 for none. */
    private static int numberAt(int at, RuleFile file, List<Located> rules) {
        int found = -1;
        for (int number = 0; number < rules.size(); number++) {
            Located rule = rules.get(number);
            if (rule.file() == file && rule.rule().getStartCharacter() <= at) {
                found = number;
            }
        }
        return found;
    }

    /** The order of the rules, which is no part of them: they are left without it. */
    private List<String> levels(List<Located> rules, List<RulesetProblem> problems) {
        RuleBaseCompiler.order(rules, types, problems);
        return rules.stream()
                .map(rule -> rule.rule().getAttributes().remove("salience"))
                .map(AttributeDescr::getValue)
                .toList();
    }

    /** Compiles those that are fit, again without those that turn out not to compile. */
    private Batch build(List<Variant> variants, List<Made> made, Map<Integer, Fit> fit) {
        while (true) {
            List<RuleFile> fresh = RuleFileParser.parse(source, new ArrayList<>());
            List<Located> rules = RuleBaseCompiler.locate(fresh);
            RuleBaseCompiler.order(rules, types, new ArrayList<>());
            RuleBaseCompiler.weave(rules);
            PackageDescr all = RuleBaseCompiler.merge(fresh);
            Map<String, Integer> byName = new HashMap<>();
            Map<String, Located> located = new HashMap<>();
            for (Map.Entry<Integer, Fit> one : fit.entrySet()) {
                Located rule = again(variants.get(one.getKey()), one.getValue());
                String name = rule.rule().getName() + "\u00a0" + one.getKey();
                rule.rule().setName(name);
                all.addRule(rule.rule());
                byName.put(name, one.getKey());
                located.put(name, rule);
            }
            Set<Integer> broken = new HashSet<>();
            Collection<KiePackage> packages = packages(all, rules, located, byName, broken);
            if (packages != null) {
                return ready(packages, rules, made, fit, byName);
            }
            broken.forEach(index -> made.set(index, new Made.Refused()));
            fit.keySet().removeAll(broken.isEmpty() ? Set.copyOf(fit.keySet()) : broken);
        }
    }

    /** Parsed anew, for building changes what it is given; with its place and its number woven in. */
    private Located again(Variant variant, Fit fit) {
        RuleFile file = RuleFileParser.file(variant.file(), variant.text(), new ArrayList<>());
        if (file == null) {
            throw new IllegalStateException("it could be read before");
        }
        RuleDescr rule = file.content().getRules().stream()
                .filter(each -> each.getName().equals(fit.rule()))
                .findFirst()
                .orElseThrow();
        rule.addAttribute(new AttributeDescr("salience", levels.get(fit.number())));
        rule.addAttribute(new AttributeDescr("dialect", "java", AttributeDescr.Type.STRING));
        RuleBaseCompiler.weave(rule, fit.number());
        return new Located(file, rule);
    }

    /** What Drools makes of them; null, with the broken ones named where they can be, when not all compile. */
    private static @Nullable Collection<KiePackage> packages(
            PackageDescr all,
            List<Located> rules,
            Map<String, Located> variants,
            Map<String, Integer> byName,
            Set<Integer> broken) {
        KnowledgeBuilder builder;
        try {
            builder = RuleBaseCompiler.build(all);
        } catch (RuntimeException raw) { // of a comparison that Drools cannot build; it does not say whose
            return null;
        }
        boolean errors = false;
        for (KnowledgeBuilderResult result : builder.getResults(ResultSeverity.ERROR)) {
            errors = true;
            Located rule = BuildErrors.ruleOf(result, variants);
            if (rule != null) {
                broken.add(byName.get(rule.rule().getName()));
            }
        }
        if (errors) {
            return null;
        }
        Collection<KiePackage> packages = builder.getKnowledgePackages();
        return CompiledCodeChecks.pass(packages, rules, List.of(), new ArrayList<>()) ? packages : null;
    }

    private Batch ready(
            Collection<KiePackage> packages,
            List<Located> rules,
            List<Made> made,
            Map<Integer, Fit> fit,
            Map<String, Integer> byName) {
        MatchCounters.put(packages);
        RuleBase base = new RuleBase(
                (KieBase) RuleBases.of(packages),
                rules.stream().map(Located::info).toList(),
                Set.of());
        Ruleset ruleset = new Ruleset(source, data, base);
        List<String> names = new ArrayList<>();
        made.forEach(none -> names.add(""));
        byName.forEach((name, index) -> {
            String original = rules.get(fit.get(index).number()).rule().getName();
            names.set(index, name);
            made.set(index, new Made.Ready(ruleset.firing(match -> {
                String rule = match.getRule().getName();
                return rule.equals(name) || !rule.equals(original) && !byName.containsKey(rule);
            })));
        });
        return new Batch(
                ruleset.firing(match -> !byName.containsKey(match.getRule().getName())),
                List.copyOf(names),
                List.copyOf(made));
    }
}
