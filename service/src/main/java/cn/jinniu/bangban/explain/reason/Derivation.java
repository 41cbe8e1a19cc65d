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
import java.util.HashSet;
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
    /** Ways to gather in which one fact says it all; it is shown, and the others are counted. */
    private static final Set<String> DECIDED_BY_ONE = Set.of("earliest", "min", "max");

    private final Scene scene;
    private final Reasons reasons;
    private final Fields fields;
    private final WhyNot whyNot;
    private final Map<Firing, Taken> taken = new IdentityHashMap<>();
    private final Map<Firing, Map<Condition, List<Attempt>>> whyNone = new IdentityHashMap<>();
    private final Map<Firing, Set<Leaves.Leaf>> wanted = new IdentityHashMap<>();
    private final Map<Firing, Object> given = new IdentityHashMap<>();
    private final Map<Firing, Map<Set<Leaves.Leaf>, Because>> known = new IdentityHashMap<>();

    Derivation(Scene scene, Reasons reasons, Fields fields, WhyNot whyNot) {
        this.scene = scene;
        this.reasons = reasons;
        this.fields = fields;
        this.whyNot = whyNot;
    }

    /** A firing taken apart: what met its conditions, and what it read on the way. */
    private record Taken(List<Met> met, Map<String, Object> bound, Reads noted) {}

    /** How an answer came about: of each fact only what the answer hangs on. */
    Because answer(Firing giver) {
        wanted.clear();
        given.clear();
        known.clear();
        want(giver, null, Set.of());
        return because(giver);
    }

    /** How a rule's firing came about. */
    private Because because(Firing firing) {
        Set<Leaves.Leaf> leaves = Set.copyOf(wanted.getOrDefault(firing, Set.of()));
        Map<Set<Leaves.Leaf>, Because> shown = known.computeIfAbsent(firing, each -> new HashMap<>());
        Because because = shown.get(leaves);
        if (because == null) {
            because = show(firing);
            shown.put(leaves, because);
        }
        return because;
    }

    /** Asks for what is read of a fact, and so for what that hangs on, down to the facts sent. */
    private void want(Firing firing, @Nullable Object fact, Set<Leaves.Leaf> leaves) {
        boolean known = wanted.containsKey(firing);
        Set<Leaves.Leaf> before = wanted.computeIfAbsent(firing, each -> new HashSet<>());
        if (fact != null) {
            given.putIfAbsent(firing, fact);
        }
        if (!before.addAll(leaves) && known) {
            return;
        }
        Taken parts = taken(firing);
        Slice slice = slice(firing);
        for (Met each : parts.met) {
            for (int i = 0; i < Math.min(shown(each, firing, slice), each.facts.size()); i++) {
                Object read = each.facts.get(i);
                Firing giver = scene.trace.giver(read);
                if (giver != null && giver != firing) {
                    Set<Leaves.Leaf> further = leaves(read, read(read, pattern(each, i), each, firing, slice));
                    before.stream()
                            .filter(leaf -> scene.parts(read).stream().anyMatch(leaf.type()::isInstance))
                            .forEach(further::add);
                    want(giver, read, further);
                }
            }
        }
    }

    private static Condition.Fact pattern(Met met, int fact) {
        return met.patterns.get(fact % met.patterns.size());
    }

    private Slice slice(Firing firing) {
        ReadRule rule = scene.rule(firing.rule().number());
        return Slice.of(rule, given.get(firing), wanted.getOrDefault(firing, Set.of()), taken(firing).bound, scene);
    }

    /** What chains of fields hang on. */
    private static Set<Leaves.Leaf> leaves(Object fact, Set<List<String>> chains) {
        Set<Leaves.Leaf> leaves = new HashSet<>();
        for (List<String> chain : chains) {
            Object at = fact;
            for (String each : chain) {
                if (at == null || at == Evaluator.UNKNOWN || !Graph.isFact(at.getClass())) {
                    break;
                }
                leaves.addAll(Leaves.of(at.getClass(), each));
                at = Evaluator.accessor(at.getClass(), each) == null ? null : Evaluator.field(at, each);
            }
        }
        return leaves;
    }

    private Taken taken(Firing firing) {
        return taken.computeIfAbsent(firing, each -> {
            Map<String, Object> bound = new HashMap<>(firing.bound());
            Reads noted = new Reads();
            List<Object> left = new ArrayList<>(firing.matched());
            List<Met> met = new ArrayList<>();
            for (Condition condition : firing.rule().conditions()) {
                meet(condition, bound, left, met, noted);
            }
            return new Taken(met, bound, noted);
        });
    }

    private Because show(Firing firing) {
        Taken parts = taken(firing);
        Slice slice = slice(firing);
        List<ConditionShown> conditions = new ArrayList<>();
        for (Met each : parts.met) {
            conditions.add(show(each, firing, parts.bound, slice));
        }
        return new Because(
                reasons.rule(firing.rule().info()),
                conditions,
                reasons.parameters(firing.reads(), parts.noted),
                reasons.counts(firing.reads(), parts.noted),
                firing.reads().lookUps().stream().map(this::lookUp).toList());
    }

    /**
     * How many facts of those that met a condition are shown: of facts gathered none where nothing hangs on them, one where
     * it only matters that there are some.
     */
    private int shown(Met met, Firing firing, Slice slice) {
        if (!(met.condition instanceof Condition.Gathered gathered)) {
            return SHOWN;
        }
        if (gathered.key() == null
                && gathered.functions().size() == 1
                && DECIDED_BY_ONE.contains(gathered.functions().get(0).name())) {
            return 1;
        } else if (slice.whole()) {
            return SHOWN;
        }
        boolean needed = gathered.key() != null;
        boolean some = false;
        for (Condition.Function function : gathered.functions()) {
            needed |= function.variable() != null && isNeeded(function.variable(), met, firing, slice);
            some |= DECIDED_BY_ONE.contains(function.name()) || function.name().equals("average");
        }
        boolean asks = gathered.results().stream().anyMatch(text -> !Matching.asksNothing(scene.constraint(text)));
        return needed || asks ? SHOWN : some ? 1 : 0;
    }

    private static boolean isNeeded(String variable, Met met, Firing firing, Slice slice) {
        return slice.uses(variable)
                || firing.rule().conditions().stream()
                        .filter(condition -> condition != met.condition)
                        .anyMatch(condition -> Fields.mentions(variable, condition.text()));
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

    private ConditionShown show(Met met, Firing firing, Map<String, Object> bound, Slice slice) {
        List<FactShown> facts = new ArrayList<>();
        int most = shown(met, firing, slice);
        for (int i = 0; i < Math.min(most, met.facts.size()); i++) {
            Object fact = met.facts.get(i);
            facts.add(fact(fact, read(fact, pattern(met, i), met, firing, slice)));
        }
        List<Attempt> none = met.condition instanceof Condition.None none1
                ? whyNone.computeIfAbsent(firing, each -> new IdentityHashMap<>())
                        .computeIfAbsent(met.condition, each -> whyNot.whyNone(none1.of(), bound))
                : List.of();
        int more = most == 0 ? 0 : Math.max(0, met.facts.size() - most);
        return new ConditionShown(met.kind, met.condition.text(), facts, more, none);
    }

    /** The chains of fields that a rule reads of a fact that met a pattern, as far as what is asked about hangs on them. */
    private Set<List<String>> read(Object fact, Condition.Fact pattern, Met met, Firing firing, Slice slice) {
        Set<List<String>> chains = new LinkedHashSet<>();
        for (String text : pattern.constraints()) {
            ExpressionParser.Bound constraint = scene.constraint(text);
            if (Matching.asksNothing(constraint)
                    && !isRead(String.valueOf(constraint.variable()), pattern, met, firing, slice)) {
                continue;
            }
            chains.addAll(Fields.read(constraint.expression(), fact.getClass()));
            List<String> bound = Fields.chain(Matching.boundTo(constraint.expression()));
            if (constraint.variable() != null && bound != null) {
                for (List<String> chain :
                        slice.of(constraint.variable(), firing.rule().consequence())) {
                    List<String> whole = new ArrayList<>(bound);
                    whole.addAll(chain);
                    chains.add(whole);
                }
            }
        }
        String variable = pattern.variable();
        if (variable != null) {
            chains.addAll(slice.of(variable, firing.rule().consequence()));
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

    /** Whether a variable is read further on: by a condition, by what is gathered, or where the consequence matters. */
    private boolean isRead(String variable, Condition.Fact pattern, Met met, Firing firing, Slice slice) {
        if (slice.whole() || slice.uses(variable)) {
            return true;
        }
        if (met.condition instanceof Condition.Gathered gathered) {
            for (Condition.Function function : gathered.functions()) {
                boolean of = Fields.mentions(variable, function.of());
                if (of && (function.variable() == null || isNeeded(function.variable(), met, firing, slice))) {
                    return true;
                }
            }
            boolean key = gathered.keyExpression() != null && Fields.mentions(variable, gathered.keyExpression());
            if (key || met.condition.text().indexOf(variable) < 0) {
                return true;
            }
            return firing.rule().conditions().stream()
                    .filter(condition -> condition != met.condition)
                    .anyMatch(condition -> Fields.mentions(variable, condition.text()));
        }
        return pattern.constraints().stream()
                        .anyMatch(text ->
                                !variable.equals(scene.constraint(text).variable()) && Fields.mentions(variable, text))
                || firing.rule().conditions().stream()
                        .anyMatch(condition -> condition != pattern && Fields.mentions(variable, condition.text()));
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
        if (giver != null && !wanted.containsKey(giver)) {
            Set<Leaves.Leaf> leaves = new HashSet<>();
            read.forEach(field ->
                    leaves.addAll(Leaves.of(fact.getClass(), field.name().replaceAll("\\..*", ""))));
            want(giver, fact, leaves);
        }
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
