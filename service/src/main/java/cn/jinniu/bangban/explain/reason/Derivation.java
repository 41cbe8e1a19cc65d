package cn.jinniu.bangban.explain.reason;

import cn.jinniu.bangban.engine.trace.Condition;
import cn.jinniu.bangban.engine.trace.Firing;
import cn.jinniu.bangban.engine.trace.Reads;
import cn.jinniu.bangban.explain.model.Attempt;
import cn.jinniu.bangban.explain.model.Because;
import cn.jinniu.bangban.explain.model.ConditionShown;
import cn.jinniu.bangban.explain.model.FactShown;
import cn.jinniu.bangban.explain.model.FieldShown;
import cn.jinniu.bangban.explain.model.LookUpShown;
import cn.jinniu.bangban.vocabulary.AsOf;
import cn.jinniu.bangban.vocabulary.LookUp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows how facts and answers came about, down to the facts sent. */
final class Derivation {
    /** Facts shown of those gathered; the rest are counted. */
    private static final int SHOWN = 20;

    private final Scene scene;
    private final Reasons reasons;
    private final Fields fields;
    private final WhyNot whyNot;
    private final Map<Firing, Because> known = new IdentityHashMap<>();

    Derivation(Scene scene, Reasons reasons, Fields fields, WhyNot whyNot) {
        this.scene = scene;
        this.reasons = reasons;
        this.fields = fields;
        this.whyNot = whyNot;
    }

    /** How a rule's firing came about. */
    Because because(Firing firing) {
        Because shown = known.get(firing);
        if (shown == null) {
            shown = show(firing);
            known.put(firing, shown);
        }
        return shown;
    }

    private Because show(Firing firing) {
        Map<String, Object> bound = new HashMap<>(firing.bound());
        Reads noted = new Reads();
        List<ConditionShown> conditions = new ArrayList<>();
        List<Met> met = new ArrayList<>();
        List<Object> left = new ArrayList<>(firing.matched());
        for (Condition condition : firing.rule().conditions()) {
            meet(condition, bound, left, met, noted);
        }
        for (Met each : met) {
            conditions.add(show(each, firing, bound));
        }
        return new Because(
                reasons.rule(firing.rule().info()),
                conditions,
                reasons.parameters(firing.reads(), noted),
                reasons.counts(firing.reads(), noted),
                firing.reads().lookUps().stream().map(this::lookUp).toList());
    }

    /**
     * A condition with what met it.
     *
     * @param patterns the pattern that each fact met
     */
    private record Met(
            Condition condition, ConditionShown.Kind kind, List<Object> facts, List<Condition.Fact> patterns) {}

    private void meet(Condition condition, Map<String, Object> bound, List<Object> left, List<Met> met, Reads noted) {
        Matching matching = new Matching(scene, fact -> true);
        if (condition instanceof Condition.Fact pattern) {
            Object fact = matched(pattern, bound, left, matching);
            if (fact != null) {
                left.removeIf(each -> each == fact);
                Reads before = scene.noteIn(noted); // what it takes to find the fact is not of interest
                Map<String, Object> with = matching.met(pattern, fact, bound);
                scene.noteIn(before);
                if (with != null) {
                    bound.putAll(with);
                }
            }
            List<Object> facts = fact == null ? List.of() : List.of(fact);
            met.add(new Met(condition, ConditionShown.Kind.FACT, facts, List.of(pattern)));
        } else if (condition instanceof Condition.All all) {
            all.of().forEach(each -> meet(each, bound, left, met, noted));
        } else if (condition instanceof Condition.Either either) {
            for (Condition each : either.of()) {
                if (!new Matching(scene, fact -> true).of(each, bound).isEmpty()) {
                    meet(each, bound, left, met, noted);
                    return;
                }
            }
        } else if (condition instanceof Condition.None) {
            met.add(new Met(condition, ConditionShown.Kind.NONE, List.of(), List.of()));
        } else if (condition instanceof Condition.Some some) {
            gather(condition, some.of(), matching.of(some.of(), bound), met, ConditionShown.Kind.FACT);
        } else if (condition instanceof Condition.Gathered gathered) {
            List<Matching.Match> members = members(gathered, bound, matching);
            Reads before = scene.noteIn(noted);
            matching.group(gathered, bound, members);
            scene.noteIn(before);
            gather(condition, gathered.from(), matching.inOrder(gathered, members), met, ConditionShown.Kind.GATHERED);
        } else {
            met.add(new Met(condition, ConditionShown.Kind.TEST, List.of(), List.of()));
        }
    }

    private static List<Matching.Match> members(
            Condition.Gathered gathered, Map<String, Object> bound, Matching matching) {
        Object key = gathered.key() == null ? null : bound.get(gathered.key());
        for (Matching.Group group : matching.gathered(gathered, bound)) {
            if (key == null || key.equals(group.bound().get(gathered.key()))) {
                return group.members();
            }
        }
        return List.of();
    }

    private static void gather(
            Condition condition,
            Condition from,
            List<Matching.Match> members,
            List<Met> met,
            ConditionShown.Kind kind) {
        List<Object> facts = new ArrayList<>();
        members.forEach(member -> facts.addAll(member.facts()
                .subList(
                        Math.max(0, member.facts().size() - patterns(from).size()),
                        member.facts().size())));
        met.add(new Met(condition, kind, facts, patterns(from)));
    }

    private static List<Condition.Fact> patterns(Condition condition) {
        List<Condition.Fact> patterns = new ArrayList<>();
        if (condition instanceof Condition.Fact fact) {
            patterns.add(fact);
        } else if (condition instanceof Condition.All all) {
            all.of().forEach(each -> patterns.addAll(patterns(each)));
        }
        return patterns;
    }

    private @Nullable Object matched(
            Condition.Fact pattern, Map<String, Object> bound, List<Object> left, Matching matching) {
        Object named = pattern.variable() == null ? null : bound.get(pattern.variable());
        if (named != null) {
            return named;
        }
        for (Object each : left) {
            if (scene.ofType(pattern.type()).stream().anyMatch(fact -> fact == each)
                    && matching.met(pattern, each, bound) != null) {
                return each;
            }
        }
        return left.stream()
                .filter(each -> scene.ofType(pattern.type()).stream().anyMatch(fact -> fact == each))
                .findFirst()
                .orElse(null);
    }

    private ConditionShown show(Met met, Firing firing, Map<String, Object> bound) {
        List<FactShown> facts = new ArrayList<>();
        for (int i = 0; i < Math.min(SHOWN, met.facts.size()); i++) {
            Object fact = met.facts.get(i);
            Condition.Fact pattern = met.patterns.get(i % met.patterns.size());
            facts.add(fact(fact, read(fact, pattern, met, firing)));
        }
        List<Attempt> whyNone =
                met.condition instanceof Condition.None none ? whyNot.whyNone(none.of(), bound) : List.of();
        return new ConditionShown(
                met.kind, met.condition.text(), facts, Math.max(0, met.facts.size() - SHOWN), whyNone);
    }

    /** The chains of fields that a rule reads of a fact that met a pattern. */
    private Set<List<String>> read(Object fact, Condition.Fact pattern, Met met, Firing firing) {
        Set<List<String>> chains = new LinkedHashSet<>();
        for (String text : pattern.constraints()) {
            ExpressionParser.Bound constraint = scene.constraint(text);
            chains.addAll(Fields.read(constraint.expression(), fact.getClass()));
            List<String> bound = Fields.chain(Matching.boundTo(constraint.expression()));
            if (constraint.variable() != null && bound != null) {
                for (List<String> chain :
                        Fields.readOf(constraint.variable(), firing.rule().consequence())) {
                    List<String> whole = new ArrayList<>(bound);
                    whole.addAll(chain);
                    chains.add(whole);
                }
            }
        }
        String variable = pattern.variable();
        if (variable != null) {
            chains.addAll(Fields.readOf(variable, firing.rule().consequence()));
            for (Condition condition : firing.rule().conditions()) {
                chains.addAll(Fields.readOf(variable, condition.text()));
            }
        }
        if (met.condition instanceof Condition.Gathered gathered) {
            for (Condition.Function function : gathered.functions()) {
                for (ExpressionParser.Local local :
                        ExpressionParser.locals(firing.rule().consequence())) {
                    if (local.value() instanceof Expression.Name name
                            && name.name().equals(function.variable())) {
                        chains.addAll(Fields.readOf(local.name(), firing.rule().consequence()));
                    }
                }
            }
        }
        return chains;
    }

    /** A fact with what was read of it, and how it came about. */
    FactShown fact(Object fact, Set<List<String>> chains) {
        Map<String, FieldShown> read = new LinkedHashMap<>();
        for (List<String> chain : chains) {
            FieldShown field = fields.shown(fact, chain);
            if (field != null) {
                read.putIfAbsent(field.name(), field);
            }
        }
        return fact(fact, List.copyOf(read.values()));
    }

    /** A fact with some fields, and how it came about. */
    FactShown fact(Object fact, List<FieldShown> read) {
        Firing giver = scene.trace.giver(fact);
        return FactsShown.of(fact, read, giver == null ? null : because(giver), scene);
    }

    /** A fact sent that a look-up found. */
    private LookUpShown lookUp(LookUp lookUp) {
        List<FactShown> found = new ArrayList<>();
        for (Object each :
                lookUp.found().subList(0, Math.min(SHOWN, lookUp.found().size()))) {
            found.add(fact(each, FactsShown.days(each)));
        }
        List<Object> by = new ArrayList<>();
        for (Object each : lookUp.by()) {
            Object shown = Shown.value(each);
            if (shown != null) {
                by.add(shown);
            }
        }
        return new LookUpShown(
                lookUp.asked(),
                FactWords.lookUp(lookUp.asked()),
                by,
                found,
                Math.max(0, lookUp.found().size() - SHOWN),
                Shown.value(lookUp.result()));
    }

    /** Whether a fact follows from the day decided for. */
    static boolean isOfTheCalendar(Object fact) {
        return fact instanceof AsOf || fact.getClass().getSimpleName().startsWith("Reporting");
    }
}
