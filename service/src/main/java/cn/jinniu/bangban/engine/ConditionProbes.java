package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.internal.builder.KnowledgeBuilder;

/**
 * Tells of each condition of the rules whether it held and whether it did not, on facts that fulfil all conditions before
 * it. For that, rules of the first conditions of each rule are put beside the rules; they come last, when all facts are
 * there, do nothing, and are counted.
 */
public final class ConditionProbes {
    /** After every rule, whatever its level. */
    private static final String LAST = "-1000000";

    private final Ruleset ruleset;
    private final List<Condition> conditions = new ArrayList<>();
    /** For each condition, the numbers of the probes without it and with it. */
    private final List<int[]> probes = new ArrayList<>();

    private final Map<String, Integer> numbers = new HashMap<>();

    /**
     * A condition of a rule.
     *
     * @param line where it stands in the rule's file
     * @param column from 1; 0 where only the line is known
     * @param text as it is written
     */
    public record Condition(RuleInfo rule, int line, int column, String text) {}

    /**
     * Puts probes into a ruleset.
     *
     * @throws RulesetRefused when it cannot decide as it is
     */
    public ConditionProbes(RulesetSource source) throws RulesetRefused {
        List<RulesetProblem> problems = new ArrayList<>();
        RulesetData data = RulesetData.read(source, problems);
        List<RuleFile> files = RuleFileParser.parse(source, problems);
        List<Located> rules = RuleBaseCompiler.locate(files);
        PackageDescr all = RuleBaseCompiler.merge(files);
        List<RuleDescr> added = new ArrayList<>();
        if (RulesetProblem.allow(problems)) {
            rules.forEach(rule -> probe(rule, added));
            RuleBaseCompiler.order(rules, new TypeNames(all), problems);
            RuleBaseCompiler.weave(rules);
            added.forEach(all::addRule);
        }
        if (!RulesetProblem.allow(problems)) {
            throw new RulesetRefused(problems);
        }
        KnowledgeBuilder builder = RuleBaseCompiler.build(all);
        RuleBaseCompiler.report(builder, files, rules, problems);
        var packages = builder.getKnowledgePackages();
        if (!RulesetProblem.allow(problems) || !CompiledCodeChecks.pass(packages, rules, files, problems)) {
            throw new RulesetRefused(problems);
        }
        this.ruleset = new Ruleset(
                source,
                data,
                new RuleBase(
                        (KieBase) RuleBases.of(packages),
                        rules.stream().map(Located::info).toList(),
                        Set.of()));
    }

    /** Text of a rule by itself, for building changes what was parsed. */
    private static String text(Located rule) {
        int start = Math.max(0, rule.rule().getStartCharacter());
        String text = rule.file().text();
        int end = rule.file().content().getRules().stream()
                .mapToInt(RuleDescr::getStartCharacter)
                .filter(other -> other > start)
                .min()
                .orElse(text.length());
        return text.substring(start, end);
    }

    private void probe(Located rule, List<RuleDescr> added) {
        String text = text(rule);
        RuleDescr parsed = parse(rule, text);
        if (parsed == null) {
            return;
        }
        for (RulePrefix.Spot spot : RulePrefix.spots(parsed)) {
            int from = Math.max(0, spot.start());
            for (int keep = 0; keep <= spot.conditions().size(); keep++) {
                RuleDescr probe = parse(rule, text);
                if (probe == null) {
                    return;
                }
                int number = numbers.size();
                RulePrefix.cut(probe, spot, keep);
                probe.setName("\u00a0" + number);
                probe.setConsequence("");
                probe.addAttribute(new AttributeDescr("salience", LAST));
                probe.addAttribute(new AttributeDescr("dialect", "java", AttributeDescr.Type.STRING));
                numbers.put(probe.getName(), number);
                added.add(probe);
                if (keep > 0) {
                    from = condition(
                            rule, text, from, spot.line(), spot.conditions().get(keep - 1));
                    probes.add(new int[] {number - 1, number});
                }
            }
        }
    }

    private static @Nullable RuleDescr parse(Located rule, String text) {
        RuleFile file = RuleFileParser.file(rule.file().path(), text, new ArrayList<>());
        return file == null || file.content().getRules().isEmpty()
                ? null
                : file.content().getRules().get(0);
    }

    /** Notes a condition with its place; gives where the search for the next one begins. */
    private int condition(Located rule, String text, int from, int line, String condition) {
        int at = text.indexOf(condition, from);
        int before = at < 0 ? 0 : Math.max(0, rule.rule().getStartCharacter()) + at;
        String file = rule.file().text();
        int lineOf = 1
                + (int) file.substring(0, before).chars().filter(c -> c == '\n').count();
        conditions.add(new Condition(
                rule.info(),
                at < 0 ? rule.rule().getLine() + line - 1 : lineOf,
                at < 0 ? 0 : before - file.lastIndexOf('\n', before - 1),
                condition));
        return at < 0 ? from : at + condition.length();
    }

    /** All conditions, in the order of the files. */
    public List<Condition> conditions() {
        return List.copyOf(conditions);
    }

    /** A look at decisions, one after the other. For one thread. */
    public Watch watch() {
        return new Watch();
    }

    /** What decisions show of the conditions. */
    public final class Watch {
        private final int[] counts = new int[numbers.size()];
        private final boolean[] held = new boolean[conditions.size()];
        private final boolean[] failed = new boolean[conditions.size()];
        private final Ruleset watched = ruleset.firing(match -> {
            Integer probe = numbers.get(match.getRule().getName());
            if (probe != null) {
                counts[probe]++;
            }
            return probe == null;
        });

        private Watch() {}

        /** Decides as the ruleset does. */
        public Ruleset ruleset() {
            return watched;
        }

        /** Takes into account what the last decision showed; to be called after each. */
        public void take() {
            for (int i = 0; i < held.length; i++) {
                int without = counts[probes.get(i)[0]];
                int with = counts[probes.get(i)[1]];
                held[i] |= with > 0;
                failed[i] |= without > with;
            }
            Arrays.fill(counts, 0);
        }

        /** @param condition its number in {@link #conditions()} */
        public boolean held(int condition) {
            return held[condition];
        }

        /** @param condition its number in {@link #conditions()} */
        public boolean failed(int condition) {
            return failed[condition];
        }
    }

    /** Says that no more decisions are looked at. */
    public void retire() {
        ruleset.retire();
    }
}
