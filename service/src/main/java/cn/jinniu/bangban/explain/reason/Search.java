package cn.jinniu.bangban.explain.reason;

import cn.jinniu.bangban.decision.Subject;
import cn.jinniu.bangban.engine.trace.Condition;
import cn.jinniu.bangban.engine.trace.Firing;
import cn.jinniu.bangban.explain.model.Failing;
import cn.jinniu.bangban.explain.model.Question;
import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.vocabulary.Duty;
import cn.jinniu.bangban.vocabulary.PostToFill;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the ways in which rules that did not fire come nearest to firing. Where a rule wants a fact that another rule
 * would derive, it supposes the fact and goes on with what that other rule lacks; so what comes out is what the facts sent
 * lack.
 */
final class Search {
    /** Ways kept of one rule. */
    private static final int KEPT = 100;
    /** Facts kept of those gathered. */
    private static final int SHOWN = 20;
    /** Constraints tried before giving up looking for nearer ways. */
    private static final int TRIED = 40_000;
    /** Ways with more in the way than this are no explanation. */
    private static final double FARTHEST = 9;

    private static final Set<String> REFERENCES = Set.of("id", "project", "report", "training");
    private static final Set<String> FIXED = Set.of("id", "code", "clause", "rule", "subject", "period");

    /** A fact that a pattern may match: a real one, or one supposed, with what its rule lacks. */
    private record Candidate(Object fact, @Nullable Solution supposed) {}

    private final Scene scene;
    private final Focus focus;
    private final Matching matching;
    private final Map<String, List<Candidate>> supposed = new HashMap<>();
    private final Set<String> busy = new HashSet<>();
    private final Set<Object> supposedFacts = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    private int tried;

    Search(Scene scene, Focus focus) {
        this.scene = scene;
        this.focus = focus;
        this.matching = new Matching(scene, fact -> focus.admits(scene.keys(fact)));
    }

    /** Ways of a rule to be the answer asked about, the nearest first; none where it cannot be. */
    List<Solution> ways(Asked asked) {
        List<Solution> found = new ArrayList<>();
        new Walk(asked.rule(), asked, found, List.of()).from(0, new State());
        return best(found);
    }

    /** Ways in which a fact that would meet a condition could have been derived. */
    List<Solution> ways(Condition.Fact missing, Map<String, Object> bound, List<Expression> codes) {
        List<Solution> found = new ArrayList<>();
        for (Candidate candidate : suppose(missing.type(), codes)) {
            State state = new State();
            state.bound.putAll(bound);
            Tried tried = tryFact(missing, candidate.fact, state);
            if (tried != null && candidate.supposed != null && tried.faults.isEmpty()) {
                found.add(candidate.supposed);
            }
        }
        return best(found);
    }

    /** Ways in which rules come nearest to deriving any fact of a type, where none can be supposed. */
    List<Solution> anyWays(Condition.Fact missing, List<Expression> codes) {
        List<Solution> found = new ArrayList<>();
        for (ReadRule rule : scene.giving(missing.type())) {
            boolean owes = scene.matches(missing.type(), ReadRule.DUTY) || scene.matches(missing.type(), ReadRule.POST);
            if (!owes || mayOwe(rule, codes) && mayBeAbout(rule)) {
                List<Solution> ways = new ArrayList<>();
                new Walk(rule, null, ways, codes).from(0, new State());
                ways.removeIf(way -> way.facts().stream().anyMatch(fact -> isOtherPost(fact, codes)));
                found.addAll(best(ways));
            }
        }
        return best(found);
    }

    private boolean isOtherPost(Object fact, List<Expression> codes) {
        return fact instanceof PostToFill post && !(fits(post.duty().code(), codes) && focus.admits(post.duty()));
    }

    /** Whether the duties of a rule may be about what is asked about. */
    private boolean mayBeAbout(ReadRule rule) {
        String type = focus.dutiesAboutType();
        if (type == null) {
            return true;
        }
        for (ReadRule.Saying saying : rule.sayings()) {
            Set<String> types = saying.code() == null ? Set.of() : new StaticTypes(scene, rule).subjects(saying);
            if (types.isEmpty() || types.contains(type)) {
                return true;
            }
        }
        return rule.sayings().isEmpty();
    }

    private static List<Solution> best(List<Solution> found) {
        return found.stream().sorted(Solution.NEAREST).limit(KEPT).toList();
    }

    /** Facts of a type that rules would have derived, had nothing kept them. */
    private List<Candidate> suppose(String type, List<Expression> codes) {
        String key = type + codes;
        List<Candidate> known = supposed.get(key);
        if (known != null) {
            return known;
        }
        if (!busy.add(type)) {
            return List.of();
        }
        List<Candidate> found = new ArrayList<>();
        for (ReadRule rule : scene.giving(type)) {
            boolean owes = scene.matches(type, ReadRule.DUTY) || scene.matches(type, ReadRule.POST);
            if (owes && !mayOwe(rule, codes)) {
                continue;
            }
            List<Solution> ways = new ArrayList<>();
            new Walk(rule, null, ways, codes).from(0, new State());
            for (Solution way : best(ways)) {
                for (Object fact : supposedBy(rule, way, type)) {
                    boolean otherDuty = fact instanceof Duty duty && !focus.admits(duty);
                    if (!otherDuty && focus.admits(scene.keys(fact))) {
                        supposedFacts.add(fact);
                        found.add(new Candidate(fact, way));
                    }
                }
            }
        }
        busy.remove(type);
        supposed.put(key, found);
        return found;
    }

    /** What a pattern asks of a code; what was asked before where it asks nothing, for facts take codes over. */
    private List<Expression> codes(Condition.Fact pattern, List<Expression> before) {
        List<Expression> codes = new ArrayList<>();
        for (String text : pattern.constraints()) {
            ExpressionParser.Bound constraint = scene.constraint(text);
            if (!Matching.asksNothing(constraint)) {
                for (Expression atom : Matching.atoms(constraint.expression())) {
                    if (Fields.read(atom, Duty.class).equals(Set.of(List.of("code")))) {
                        codes.add(atom);
                    }
                }
            }
        }
        return codes.isEmpty() ? before : codes;
    }

    private boolean mayOwe(ReadRule rule, List<Expression> codes) {
        return rule.sayings().stream()
                .anyMatch(
                        saying -> saying.word().equals("owe") && (saying.code() == null || fits(saying.code(), codes)));
    }

    private boolean fits(String code, List<Expression> codes) {
        return codes.stream()
                .noneMatch(atom -> Boolean.FALSE.equals(scene.evaluator.value(atom, Map.of("code", code), null)));
    }

    private List<Object> supposedBy(ReadRule rule, Solution way, String type) {
        List<Object> facts = new ArrayList<>();
        Map<String, Object> all = rule.withLocals(way.bound(), scene.evaluator);
        for (Expression.Make make : rule.inserts()) {
            Class<?> made = scene.type(make.type());
            if (made != null && scene.matches(type, make.type())) {
                Object fact = made(made, make, all);
                if (fact != null) {
                    facts.add(fact);
                }
            }
        }
        if (scene.matches(type, ReadRule.DUTY)) {
            for (ReadRule.Saying saying : rule.sayings()) {
                if (saying.word().equals("owe") && !saying.words().containsKey("toFill")) {
                    Duty duty = saying.code() == null
                            ? SupposedDuty.ofPost(saying, all, scene)
                            : SupposedDuty.of(rule, saying, all, scene);
                    if (duty != null) {
                        facts.add(duty);
                    }
                }
            }
        }
        if (scene.matches(type, ReadRule.POST)) {
            for (ReadRule.Saying saying : rule.sayings()) {
                PostToFill post =
                        saying.words().containsKey("toFill") ? SupposedDuty.post(rule, saying, all, scene) : null;
                if (post != null) {
                    facts.add(post);
                }
            }
        }
        return facts;
    }

    private @Nullable Object made(Class<?> type, Expression.Make make, Map<String, Object> all) {
        List<@Nullable Object> arguments = new ArrayList<>();
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < make.arguments().size(); i++) {
            Object value = scene.evaluator.value(make.arguments().get(i), all, null);
            if (value == Evaluator.UNKNOWN) {
                boolean flag = components != null && i < components.length && components[i].getType() == boolean.class;
                value = flag ? Boolean.FALSE : null;
            }
            arguments.add(value);
        }
        Object fact = Evaluator.made(type, arguments);
        return fact == Evaluator.UNKNOWN ? null : fact;
    }

    /** How far one way has come. */
    private static final class State {
        final Map<String, Object> bound = new HashMap<>();
        final List<Object> facts = new ArrayList<>();
        final List<Fault> faults = new ArrayList<>();
        /** What cannot be followed, and may have failed. */
        final List<Fault> unfollowed = new ArrayList<>();

        double cost;
        int met;
        int metAtFirstFault = -1;

        State copy() {
            State copy = new State();
            copy.bound.putAll(bound);
            copy.facts.addAll(facts);
            copy.faults.addAll(faults);
            copy.unfollowed.addAll(unfollowed);
            copy.cost = cost;
            copy.met = met;
            copy.metAtFirstFault = metAtFirstFault;
            return copy;
        }

        void add(Fault fault) {
            if (faults.isEmpty()) {
                metAtFirstFault = met;
            }
            faults.add(fault);
            cost += fault.cost();
        }
    }

    /** What comes of trying a fact on a pattern. */
    private record Tried(Map<String, Object> bound, List<Expression> faults, List<Expression> unfollowed, int met) {}

    private final class Walk {
        private final ReadRule rule;
        private final @Nullable Asked asked;
        private final List<Solution> found;
        private final List<Expression> codes;
        private double nearest = FARTHEST;

        Walk(ReadRule rule, @Nullable Asked asked, List<Solution> found, List<Expression> codes) {
            this.codes = codes;
            this.rule = rule;
            this.asked = asked;
            this.found = found;
        }

        void from(int place, State state) {
            all(rule.conditions(), place, state, this::arrived);
        }

        private void arrived(State state) {
            if (asked != null) {
                Question question = asked.question();
                Subject subject = asked.subject(rule.withLocals(state.bound, scene.evaluator), scene.evaluator);
                if (subject != null && asked.isOfUnit() && !asked.isAsked(subject)) {
                    otherUnit(asked.saying().first("about"), question.id(), state);
                }
                Unit bearer = question.bearer() == null ? null : asked.bearer(state.bound, scene.evaluator);
                if (bearer != null && !bearer.id().equals(question.bearer())) {
                    otherUnit(asked.bearing(), String.valueOf(question.bearer()), state);
                }
            }
            if (state.faults.isEmpty() && !fired(state)) {
                // All that can be followed is met: what cannot be is what failed.
                state.unfollowed.forEach(state::add);
            }
            if (state.faults.isEmpty()) {
                return; // it fired
            }
            nearest = Math.min(nearest, state.cost + (asked == null ? 2.5 : 1));
            int met = state.metAtFirstFault < 0 ? state.met : state.metAtFirstFault;
            found.add(new Solution(rule, state.bound, state.facts, state.faults, met));
        }

        private boolean fired(State state) {
            return scene.trace.firings().stream()
                    .filter(firing -> firing.rule().number() == rule.parts().number())
                    .anyMatch(firing -> state.facts.stream()
                            .allMatch(fact -> firing.matched().stream().anyMatch(each -> each == fact)));
        }

        /** The rule would speak of another unit than the one asked about. */
        private void otherUnit(@Nullable Expression naming, String wanted, State state) {
            Expression by = naming == null ? new Expression.Opaque() : naming;
            state.add(new Fault(
                    Failing.Kind.UNMET,
                    naming(by, rule.conditions()),
                    new Expression.Operation("==", by, new Expression.Constant(wanted)),
                    List.copyOf(state.facts),
                    Map.copyOf(known(rule.withLocals(state.bound, scene.evaluator))),
                    List.of(),
                    null));
        }

        private boolean hopeless(State state) {
            return state.cost > nearest
                    || found.size() > 10 * KEPT
                    || tried > TRIED
                    || asked != null && asked.speaksOfSomethingElse(state.bound, scene.evaluator);
        }

        private void all(List<Condition> conditions, int place, State state, Consumer<State> then) {
            if (hopeless(state)) {
                return;
            }
            if (place == conditions.size()) {
                then.accept(state);
            } else {
                one(conditions.get(place), state, next -> all(conditions, place + 1, next, then));
            }
        }

        private void one(Condition condition, State state, Consumer<State> then) {
            if (condition instanceof Condition.Fact pattern) {
                fact(pattern, state, then);
            } else if (condition instanceof Condition.All all) {
                all(all.of(), 0, state, then);
            } else if (condition instanceof Condition.Either either) {
                either.of().forEach(each -> one(each, state.copy(), then));
            } else if (condition instanceof Condition.None none) {
                none(none, state, then);
            } else if (condition instanceof Condition.Some some) {
                if (matching.of(some.of(), state.bound).isEmpty()) {
                    one(some.of(), state, then);
                } else {
                    state.met++;
                    then.accept(state);
                }
            } else if (condition instanceof Condition.Gathered gathered) {
                gathered(gathered, state, then);
            } else if (condition instanceof Condition.Test test) {
                Expression expression = ExpressionParser.expression(test.expression());
                if (Boolean.FALSE.equals(scene.evaluator.value(expression, state.bound, null))) {
                    state.add(new Fault(
                            Failing.Kind.UNMET,
                            test,
                            expression,
                            List.of(),
                            Map.copyOf(known(state.bound)),
                            List.of(),
                            null));
                }
                then.accept(state);
            } else {
                state.unfollowed.add(new Fault(
                        Failing.Kind.UNMET,
                        condition,
                        new Expression.Opaque(),
                        List.copyOf(state.facts),
                        Map.copyOf(known(state.bound)),
                        List.of(),
                        null));
                then.accept(state);
            }
        }

        private void fact(Condition.Fact pattern, State state, Consumer<State> then) {
            boolean fitting = false;
            boolean onFocus = false;
            boolean taken = false;
            for (Object fact : scene.ofType(pattern.type())) {
                Set<Graph.Key> keys = scene.keys(fact);
                boolean otherCode = fact instanceof Duty duty && !(fits(duty.code(), codes) && focus.admits(duty));
                if (focus.admits(keys) && !otherCode) {
                    Tried tried = tryFact(pattern, fact, state);
                    if (tried != null) {
                        boolean goesOn = take(pattern, fact, tried, null, state, then);
                        taken |= goesOn;
                        fitting |= goesOn && tried.faults.isEmpty();
                        onFocus |= goesOn && focus.isOn(keys);
                    }
                }
            }
            boolean derived = scene.isDerived(pattern.type());
            if (onFocus && fitting) {
                return;
            }
            boolean some = taken;
            if (derived) {
                for (Candidate candidate : suppose(pattern.type(), codes(pattern, codes))) {
                    Tried tried = tryFact(pattern, candidate.fact, state);
                    if (tried != null) {
                        some |= take(pattern, candidate.fact, tried, candidate.supposed, state, then);
                    }
                }
            }
            if (!some) {
                missing(pattern, derived, state, then);
            }
        }

        private boolean take(
                Condition.Fact pattern,
                Object fact,
                Tried tried,
                @Nullable Solution supposed,
                State state,
                Consumer<State> then) {
            State next = state.copy();
            next.facts.add(fact);
            if (supposed != null) {
                next.add(new Fault(
                        Failing.Kind.NOT_DERIVED,
                        pattern,
                        null,
                        List.of(fact),
                        Map.copyOf(known(state.bound)),
                        codes(pattern, codes),
                        supposed));
            }
            next.met += tried.met;
            for (Expression atom : tried.unfollowed) {
                next.unfollowed.add(new Fault(
                        Failing.Kind.UNMET,
                        pattern,
                        atom,
                        List.of(fact),
                        Map.copyOf(known(tried.bound)),
                        List.of(),
                        null));
            }
            for (Expression fault : tried.faults) {
                next.add(new Fault(
                        Failing.Kind.UNMET,
                        pattern,
                        fault,
                        List.of(fact),
                        Map.copyOf(known(tried.bound)),
                        List.of(),
                        null));
            }
            next.bound.putAll(tried.bound);
            if (hopeless(next)) {
                return false;
            }
            then.accept(next);
            return true;
        }

        private void missing(Condition.Fact pattern, boolean derived, State state, Consumer<State> then) {
            State next = state.copy();
            next.add(new Fault(
                    derived ? Failing.Kind.NOT_DERIVED : Failing.Kind.ABSENT,
                    pattern,
                    null,
                    List.of(),
                    Map.copyOf(known(state.bound)),
                    codes(pattern, codes),
                    null));
            if (pattern.variable() != null) {
                next.bound.put(pattern.variable(), Evaluator.UNKNOWN);
            }
            for (String text : pattern.constraints()) {
                ExpressionParser.Bound constraint = scene.constraint(text);
                if (constraint.variable() != null) {
                    next.bound.put(constraint.variable(), Evaluator.UNKNOWN);
                }
            }
            then.accept(next);
        }

        private void none(Condition.None none, State state, Consumer<State> then) {
            List<Object> blocking = new ArrayList<>();
            for (Matching.Match match : matching.of(none.of(), state.bound)) {
                match.facts().stream()
                        .filter(fact -> blocking.stream().noneMatch(each -> each == fact))
                        .forEach(blocking::add);
            }
            if (blocking.isEmpty()) {
                state.met++;
            } else {
                state.add(new Fault(
                        Failing.Kind.PRESENT, none, null, blocking, Map.copyOf(known(state.bound)), List.of(), null));
            }
            then.accept(state);
        }

        private void gathered(Condition.Gathered gathered, State state, Consumer<State> then) {
            boolean complete = false;
            for (Matching.Group group : matching.gathered(gathered, state.bound)) {
                State next = state.copy();
                next.bound.putAll(group.bound());
                if (asked == null && group.members().isEmpty()) {
                    forgetWhatMightBeSupposed(gathered, next);
                }
                group.members().stream().limit(SHOWN).forEach(member -> next.facts.addAll(member.facts()));
                if (group.unmet() == null) {
                    next.met++;
                } else {
                    List<Object> facts = new ArrayList<>();
                    group.members().forEach(member -> facts.addAll(member.facts()));
                    next.add(new Fault(
                            Failing.Kind.TOO_FEW,
                            gathered,
                            scene.constraint(group.unmet()).expression(),
                            facts,
                            Map.copyOf(known(next.bound)),
                            List.of(),
                            null));
                }
                if (!hopeless(next)) {
                    complete = true;
                    then.accept(next);
                }
            }
            if (complete) {
                return;
            }
            one(gathered.from(), state.copy(), single -> {
                if (single.faults.size() > state.faults.size()) {
                    State next = single.copy();
                    gatherOne(gathered, single, next);
                    then.accept(next);
                }
            });
        }

        /** Where what is gathered might be supposed, that there is none is not known. */
        private void forgetWhatMightBeSupposed(Condition.Gathered gathered, State next) {
            if (gathered.from() instanceof Condition.Fact pattern && scene.isDerived(pattern.type())) {
                for (Condition.Function function : gathered.functions()) {
                    if (function.variable() != null) {
                        next.bound.put(function.variable(), Evaluator.UNKNOWN);
                    }
                }
            }
        }

        /** What the gathering would come to if there were just this one. */
        private void gatherOne(Condition.Gathered gathered, State single, State next) {
            if (gathered.key() != null && gathered.keyExpression() != null) {
                next.bound.put(
                        gathered.key(),
                        orUnknown(scene.evaluator.value(
                                ExpressionParser.expression(gathered.keyExpression()), single.bound, null)));
            }
            for (Condition.Function function : gathered.functions()) {
                boolean itself = Set.of("earliest", "min", "max").contains(function.name());
                if (function.variable() != null) {
                    next.bound.put(
                            function.variable(),
                            itself
                                    ? orUnknown(scene.evaluator.value(
                                            ExpressionParser.expression(function.of()), single.bound, null))
                                    : Evaluator.UNKNOWN);
                }
            }
        }
    }

    private static Object orUnknown(@Nullable Object value) {
        return value == null ? Evaluator.UNKNOWN : value;
    }

    private static Map<String, Object> known(Map<String, Object> bound) {
        Map<String, Object> known = new HashMap<>();
        bound.forEach((name, value) -> {
            if (value != null) {
                known.put(name, value);
            }
        });
        return known;
    }

    /** The condition that binds the first variable of an expression. */
    private static Condition naming(Expression expression, List<Condition> conditions) {
        List<String> chain = Fields.chain(expression);
        if (chain != null) {
            for (Condition condition : conditions) {
                if (condition.text().contains(chain.get(0))) {
                    return condition;
                }
            }
        }
        return conditions.get(0);
    }

    /** Tries a fact on a pattern; null when it is quite another one than the pattern is about. */
    private @Nullable Tried tryFact(Condition.Fact pattern, Object fact, State state) {
        tried++;
        Map<String, Object> bound = new HashMap<>(state.bound);
        if (pattern.variable() != null) {
            bound.put(pattern.variable(), fact);
        }
        List<Expression> faults = new ArrayList<>();
        List<Expression> unfollowed = new ArrayList<>();
        int met = 1;
        for (String text : pattern.constraints()) {
            ExpressionParser.Bound constraint = scene.constraint(text);
            if (!Matching.asksNothing(constraint)) {
                for (Expression atom : Matching.atoms(constraint.expression())) {
                    Object value = scene.evaluator.value(atom, bound, fact);
                    if (value == Evaluator.UNKNOWN && cannotBeFollowed(atom)) {
                        unfollowed.add(atom);
                    }
                    if (!Boolean.FALSE.equals(value)) {
                        met += faults.isEmpty() ? 1 : 0;
                    } else if (isKnown(atom, fact)) {
                        if (!canChange(atom, fact)) {
                            return null;
                        }
                        faults.add(atom);
                    }
                }
            }
            if (constraint.variable() != null) {
                Expression of = Matching.boundTo(constraint.expression());
                Object value = scene.evaluator.value(of, bound, fact);
                bound.put(constraint.variable(), value == null && !isKnown(of, fact) ? Evaluator.UNKNOWN : value);
            }
        }
        return new Tried(bound, faults, unfollowed, met);
    }

    /** Whether an expression calls a function that a rule file defines, or is written in a way that is not taken apart. */
    private boolean cannotBeFollowed(Expression expression) {
        if (expression instanceof Expression.Call call) {
            boolean itsOwn = call.of() == null
                    && scene.anatomy.names().functions(call.name()).isEmpty();
            return itsOwn
                    || call.of() != null && cannotBeFollowed(call.of())
                    || call.arguments().stream().anyMatch(this::cannotBeFollowed);
        } else if (expression instanceof Expression.Operation operation) {
            return cannotBeFollowed(operation.left()) || cannotBeFollowed(operation.right());
        } else if (expression instanceof Expression.Not not) {
            return cannotBeFollowed(not.of());
        } else if (expression instanceof Expression.Field field) {
            return cannotBeFollowed(field.of());
        }
        return expression instanceof Expression.Opaque;
    }

    /** Whether what an expression reads of a fact is known: of a supposed one, not all is. */
    private boolean isKnown(Expression expression, Object fact) {
        if (!supposedFacts.contains(fact)) {
            return true;
        }
        List<Object> parts = scene.parts(fact);
        for (List<String> chain : Fields.read(expression, fact.getClass())) {
            for (Leaves.Leaf leaf : Leaves.of(fact.getClass(), chain.get(0))) {
                for (Object part : parts) {
                    if (leaf.type().isInstance(part)
                            && supposedFacts.contains(part)
                            && Evaluator.field(part, leaf.component()) == null) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Whether what an expression reads of a fact could be otherwise, and the fact still be the same one. */
    private boolean canChange(Expression expression, Object fact) {
        List<Object> parts = scene.parts(fact);
        boolean nothingRead = true;
        for (List<String> chain : Fields.read(expression, fact.getClass())) {
            Set<Leaves.Leaf> leaves = Leaves.of(fact.getClass(), chain.get(0));
            for (Leaves.Leaf leaf : leaves) {
                nothingRead = false;
                for (Object part : parts) {
                    if (leaf.type().isInstance(part) && canChange(part, leaf.component())) {
                        return true;
                    }
                }
            }
            Object value = Evaluator.field(fact, chain.get(0));
            if (leaves.isEmpty() && value != null && Graph.isFact(value.getClass())) {
                nothingRead = false; // another fact than this one is meant
            }
        }
        return nothingRead;
    }

    private boolean canChange(Object part, String component) {
        if (Graph.isSent(part.getClass())) {
            return !REFERENCES.contains(component);
        }
        if (part.getClass().getPackageName().endsWith(".decision") || part instanceof Duty) {
            return !FIXED.contains(component);
        }
        Firing giver = scene.trace.giver(part);
        if (giver == null) {
            // A supposed fact is as its rule makes it, and what the calendar brings is as it is.
            return part instanceof cn.jinniu.bangban.vocabulary.AsOf;
        }
        return !isWrittenOut(giver, part, component);
    }

    /** Whether the rule that gave a fact says a component outright. */
    private boolean isWrittenOut(Firing giver, Object part, String component) {
        RecordComponent[] components = part.getClass().getRecordComponents();
        for (Expression.Make make : scene.rule(giver.rule().number()).inserts()) {
            boolean ofType = make.type().equals(part.getClass().getSimpleName());
            for (int i = 0; ofType && components != null && i < components.length; i++) {
                if (components[i].getName().equals(component)
                        && i < make.arguments().size()) {
                    Expression argument = make.arguments().get(i);
                    List<String> chain = Fields.chain(argument);
                    return argument instanceof Expression.Constant || chain != null && scene.type(chain.get(0)) != null;
                }
            }
        }
        return false;
    }
}
