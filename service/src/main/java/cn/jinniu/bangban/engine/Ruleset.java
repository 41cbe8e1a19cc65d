package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.calendar.WatchedCalendar;
import cn.jinniu.bangban.calendar.WorkingCalendar;
import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.engine.sandbox.Budget;
import cn.jinniu.bangban.engine.sandbox.Meter;
import cn.jinniu.bangban.engine.staged.PartFailed;
import cn.jinniu.bangban.engine.staged.RuleFailed;
import cn.jinniu.bangban.engine.staged.StagedRules;
import cn.jinniu.bangban.engine.trace.Anatomy;
import cn.jinniu.bangban.engine.trace.Trace;
import cn.jinniu.bangban.engine.trace.Watch;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.CodePoints;
import cn.jinniu.bangban.ruleset.ParameterValues;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import cn.jinniu.bangban.ruleset.WatchedParameters;
import cn.jinniu.bangban.vocabulary.AnswerContext;
import cn.jinniu.bangban.vocabulary.Answers;
import cn.jinniu.bangban.vocabulary.Records;
import cn.jinniu.bangban.vocabulary.RuleOrigin;
import cn.jinniu.bangban.vocabulary.WatchedAnswers;
import cn.jinniu.bangban.vocabulary.WatchedRecords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;

/**
 * A ruleset that can decide. Immutable; many threads may decide by it at once.
 *
 * <p>{@link #decide} is a pure function: the same facts give the same decision, on any machine and any day.
 */
public final class Ruleset {
    /** Some are of no fact, and some are several of one; for room only. */
    private static final int ANSWERS_FOR_A_FACT = 3;

    /** Is told which rules fire, and keeps it to itself. */
    private static final IntConsumer NOBODY = rule -> {};

    private static final Comparator<RulesetProblem> IN_FILE_ORDER = Comparator.comparing(
                    RulesetProblem::file, CodePoints.ORDER)
            .thenComparingInt(RulesetProblem::line)
            .thenComparingInt(RulesetProblem::column);

    private final String version;
    private final RulesetData data;
    private final RuleBase rules;
    private final List<RulesetProblem> warnings;
    private final AnswerContext context;
    private final AnswerOrder<Determination> determinations;
    private final AnswerOrder<Obligation> obligations;
    private final AnswerOrder<Alert> alerts;
    private final Sessions sessions;
    /** Null when the rules say something that only a session can decide. */
    private final @Nullable StagedRules stages;

    private final RulesetSource source;
    private volatile @Nullable Anatomy anatomy;
    /** Which rules fire; null for all. */
    private final @Nullable AgendaFilter firing;

    /** A ruleset that decides in sessions, whatever its rules say. */
    Ruleset(RulesetSource source, RulesetData data, RuleBase rules) {
        this(source, data, rules, new Sessions(rules.base()), null, null, List.of());
    }

    private static Ruleset byStages(
            RulesetSource source, RulesetData data, RuleBase rules, List<RulesetProblem> warnings) {
        StagedRules stages = StagedRules.of(
                (org.drools.base.RuleBase) rules.base(), rules.base().getKiePackages(), rules.circles());
        return new Ruleset(source, data, rules, new Sessions(rules.base()), stages, null, warnings);
    }

    private Ruleset(
            RulesetSource source,
            RulesetData data,
            RuleBase rules,
            Sessions sessions,
            @Nullable StagedRules stages,
            @Nullable AgendaFilter firing,
            List<RulesetProblem> warnings) {
        this.source = source;
        this.version = source.version();
        this.warnings = List.copyOf(warnings);
        this.data = data;
        this.rules = rules;
        this.sessions = sessions;
        this.stages = stages;
        this.firing = firing;
        Map<String, List<String>> grounds = new LinkedHashMap<>();
        data.catalogue()
                .determinations()
                .forEach((code, entry) ->
                        grounds.put(code, List.copyOf(entry.grounds().keySet())));
        this.context = new AnswerContext(
                rules.rules().stream()
                        .map(rule -> new RuleOrigin(rule.name(), rule.clause()))
                        .toList(),
                data.directory().units(),
                grounds,
                data.catalogue().obligations().keySet(),
                data.catalogue().alerts().keySet());
        this.determinations = AnswerOrder.ofDeterminations(grounds.keySet());
        this.obligations = AnswerOrder.ofObligations(context.obligations());
        this.alerts = AnswerOrder.ofAlerts(context.alerts());
    }

    /**
     * Makes a ruleset of a copy of a rules folder. The rules the program was built with are compiled already; any
     * others are read, checked and compiled.
     *
     * @throws RulesetRefused with everything that is wrong with it
     */
    public static Ruleset load(RulesetSource source) throws RulesetRefused {
        CompletableFuture<@Nullable RuleBase> shipped =
                CompletableFuture.supplyAsync(() -> CompiledRules.shipped(source.version()));
        List<RulesetProblem> problems = new ArrayList<>();
        RulesetData data = RulesetData.read(source, problems);
        RuleBase rules = shipped.join();
        return rules == null || !problems.isEmpty() ? compile(source) : byStages(source, data, rules, List.of());
    }

    /**
     * Reads, checks and compiles a copy of a rules folder, be it compiled already or not.
     *
     * @throws RulesetRefused with everything that is wrong with it
     */
    public static Ruleset compile(RulesetSource source) throws RulesetRefused {
        List<RulesetProblem> problems = new ArrayList<>();
        List<RulesetProblem> syntax = new ArrayList<>();
        // Two halves of the reading that know nothing of each other; a start waits for both.
        CompletableFuture<List<RuleFile>> files =
                CompletableFuture.supplyAsync(() -> RuleFileParser.parse(source, syntax));
        RulesetData data = RulesetData.read(source, problems);
        List<RuleFile> parsed = files.join();
        problems.addAll(syntax);
        boolean within = RuleLimits.check(source, parsed, problems);
        RuleBase rules = within ? RuleBaseCompiler.compile(parsed, source, data, problems) : null;
        if (!within && RuleLimits.fewEnoughToExamine(parsed)) {
            problems.addAll(Examination.of(parsed, RuleBaseCompiler.locate(parsed), source, data)
                    .problems());
        }
        Aftermath.remove(problems, source);
        problems.sort(IN_FILE_ORDER);
        if (rules == null || problems.stream().anyMatch(RulesetProblem::isError)) {
            throw new RulesetRefused(problems);
        }
        return byStages(source, data, rules, problems);
    }

    /**
     * Loads a copy of a rules folder as {@link #load} does, and examines it even if the program was built with it: then
     * {@link #warnings} has everything there is to warn of.
     *
     * @throws RulesetRefused with everything that is wrong with it, warnings among it
     */
    public static Ruleset examine(RulesetSource source) throws RulesetRefused {
        CompletableFuture<@Nullable RuleBase> shipped =
                CompletableFuture.supplyAsync(() -> CompiledRules.shipped(source.version()));
        List<RulesetProblem> syntax = new ArrayList<>();
        List<RuleFile> files = RuleFileParser.parse(source, syntax);
        List<RulesetProblem> problems = new ArrayList<>(syntax);
        RulesetData data = RulesetData.read(source, problems);
        RuleBase rules = shipped.join();
        if (rules == null || !problems.isEmpty() || !RuleLimits.check(source, files, problems)) {
            return compile(source);
        }
        problems.addAll(Examination.of(files, RuleBaseCompiler.locate(files), source, data)
                .problems());
        problems.sort(IN_FILE_ORDER);
        if (problems.stream().anyMatch(RulesetProblem::isError)) {
            throw new RulesetRefused(problems);
        }
        return byStages(source, data, rules, problems);
    }

    RuleBase compiled() {
        return rules;
    }

    /** The same rules, of which only some fire; retired with this one. */
    Ruleset firing(AgendaFilter some) {
        return new Ruleset(source, data, rules, sessions, null, some, warnings);
    }

    /** The same rules beside other plain files, whose version is another. */
    Ruleset beside(RulesetData others, RulesetSource other) {
        return new Ruleset(other, others, rules, sessions, stages, firing, warnings);
    }

    /**
     * What looks wrong with its rules, and yet does not forbid them; nothing for rules that the program was built with,
     * unless they were {@linkplain #examine examined}.
     */
    public List<RulesetProblem> warnings() {
        return warnings;
    }

    /** Its id, which stays when its content changes. */
    public String id() {
        return data.catalogue().rulesetId();
    }

    /** Content hash of everything that can change an answer. */
    public String version() {
        return version;
    }

    /** What the plain files beside the rules say. */
    public RulesetData data() {
        return data;
    }

    /** Its rules, in file order. */
    public List<RuleInfo> rules() {
        return rules.rules();
    }

    /**
     * Decides on a day.
     *
     * @param facts valid facts, with the day to decide for
     * @return all answers, each list in the contract's order
     * @throws EvaluationFailed when a rule cannot be carried out on these facts
     */
    public Decision decide(CaseFile facts) {
        return evaluate(facts, Budget.WITHOUT_CLOCK, NOBODY);
    }

    /**
     * Decides within a budget.
     *
     * @throws EvaluationFailed when a rule cannot be carried out on these facts, or takes more than the budget
     */
    public Decision decide(CaseFile facts, Budget budget) {
        return evaluate(facts, budget, NOBODY);
    }

    /**
     * Decides like {@link #decide(CaseFile)} and tells which rules fired.
     *
     * @param fired is told each rule as it begins to fire, as often as it does
     */
    public Decision decide(CaseFile facts, Consumer<RuleInfo> fired) {
        return decide(facts, Budget.WITHOUT_CLOCK, fired);
    }

    /** Decides within a budget, and tells which rules fired. */
    public Decision decide(CaseFile facts, Budget budget, Consumer<RuleInfo> fired) {
        return evaluate(facts, budget, rule -> fired.accept(rules.rules().get(rule)));
    }

    private Decision evaluate(CaseFile facts, Budget budget, IntConsumer fired) {
        CaseFile seen = facts.seen();
        Budget all = budget.forFacts(seen.size());
        StagedRules byStages = stages;
        Decision decision = byStages == null ? null : evaluateByStages(seen, byStages, all, fired);
        return decision == null ? evaluateInSession(seen, all, fired) : decision;
    }

    /** Null when rules add facts in another order than they were thought to. */
    private @Nullable Decision evaluateByStages(CaseFile seen, StagedRules byStages, Budget budget, IntConsumer fired) {
        // Whoever is told of rules that fire is told of one after the other.
        boolean inParts = fired == NOBODY;
        try {
            return Meter.measure(budget, () -> evaluate(seen, byStages, fired, inParts));
        } catch (PartFailed e) {
            return Meter.measure(budget, () -> evaluate(seen, byStages, fired, false));
        }
    }

    /** Decides in Drools' network, as by rules that cannot be matched stage by stage. */
    Decision decideInSession(CaseFile facts, Consumer<RuleInfo> fired) {
        return evaluateInSession(
                facts.seen(),
                Budget.WITHOUT_CLOCK,
                rule -> fired.accept(rules.rules().get(rule)));
    }

    /** Whether its rules are matched stage by stage. */
    boolean decidesByStages() {
        return stages != null;
    }

    private Decision evaluateInSession(CaseFile seen, Budget budget, IntConsumer fired) {
        return sessions.use(session -> Meter.measure(budget, () -> evaluate(seen, session, fired)));
    }

    private @Nullable Decision evaluate(CaseFile seen, StagedRules byStages, IntConsumer fired, boolean inParts) {
        Answers[] answers = new Answers[1];
        List<Map<String, Object>> known = new ArrayList<>(1);
        try {
            boolean inOrder = byStages.decide(
                    memory -> {
                        answers[0] = answers(seen, memory, fired);
                        WorkingMemoryFacts.of(seen, memory);
                        known.add(known(seen, answers[0]));
                        return known.get(0);
                    },
                    inParts ? () -> new DecisionPart(answers[0], context, seen.asOf(), known.get(0)) : null);
            return inOrder ? decision(seen, answers[0]) : null;
        } catch (RuleFailed failed) {
            throw EvaluationFailed.of(failed);
        }
    }

    private Decision evaluate(CaseFile seen, KieSession session, IntConsumer fired) {
        Answers answers = answers(seen, session::insert, fired);
        return evaluate(seen, session, answers, known(seen, answers));
    }

    private Decision evaluate(CaseFile seen, KieSession session, Answers answers, Map<String, Object> known) {
        known.forEach(session::setGlobal);
        WorkingMemoryFacts.of(seen, session::insert);
        session.fireAllRules(firing);
        return decision(seen, answers);
    }

    private Answers answers(CaseFile seen, Consumer<Object> memory, IntConsumer fired) {
        Meter meter = measured();
        return new Answers(
                context,
                seen.asOf(),
                ANSWERS_FOR_A_FACT * seen.size(),
                fact -> {
                    meter.added();
                    memory.accept(fact);
                },
                rule -> {
                    meter.fired();
                    fired.accept(rule);
                });
    }

    /** The meter on this thread; every decision is measured. */
    private static Meter measured() {
        return Objects.requireNonNull(Meter.current());
    }

    /** What rules know beside facts, by the names they call it. */
    private Map<String, Object> known(CaseFile seen, Answers answers) {
        return known(seen, answers, data.calendar(), data.parameters().on(seen.asOf()), new Records(seen));
    }

    private Map<String, Object> known(
            CaseFile seen, Answers answers, WorkingCalendar calendar, ParameterValues parameters, Records records) {
        return Map.of(
                "asOf",
                seen.asOf(),
                "calendar",
                calendar,
                "parameters",
                parameters,
                "sectors",
                data.sectors(),
                "units",
                data.directory(),
                "owners",
                data.ownerPrecedence(),
                "records",
                records,
                "answers",
                answers);
    }

    private Decision decision(CaseFile seen, Answers answers) {
        return new Decision(
                seen.asOf(),
                id(),
                version,
                determinations.sorted(answers.determinations()),
                obligations.sorted(answers.obligations()),
                alerts.sorted(answers.alerts()));
    }

    /**
     * Decides like {@link #decide(CaseFile, Budget)}, and tells how the decision came about. Takes a session of its own.
     *
     * @throws EvaluationFailed when a rule cannot be carried out on these facts, or takes more than the budget
     */
    public Trace trace(CaseFile facts, Budget budget) {
        CaseFile seen = facts.seen();
        Watch watch = new Watch(anatomy().rules());
        Sessions own = new Sessions(rules.base());
        own.retire();
        Decision decision = own.use(session -> Meter.measure(budget.forFacts(seen.size()), () -> {
            watch.on(session);
            Meter meter = measured();
            Answers answers = new WatchedAnswers(
                    context,
                    seen.asOf(),
                    fact -> {
                        meter.added();
                        session.insert(fact);
                    },
                    rule -> {
                        meter.fired();
                        watch.fired(rule);
                    },
                    watch::answered);
            Map<String, Object> known = known(
                    seen,
                    answers,
                    new WatchedCalendar(
                            data.calendar(), counting -> watch.reads().counting(counting)),
                    new WatchedParameters(
                            data.parameters().on(seen.asOf()),
                            key -> watch.reads().parameter(key)),
                    new WatchedRecords(seen, lookUp -> watch.reads().lookUp(lookUp)));
            return evaluate(seen, session, answers, known);
        }));
        return watch.trace(facts, seen, decision);
    }

    /** Its rules taken apart, in file order: read again of its source, once it is asked for. */
    public Anatomy anatomy() {
        Anatomy read = anatomy;
        if (read == null) {
            read = RuleFileParser.anatomy(source);
            anatomy = read;
        }
        return read;
    }

    /**
     * Says that no more decisions are asked for: what is kept for them is let go of. Decisions under way are made, and
     * any asked for nevertheless.
     */
    public void retire() {
        sessions.retire();
    }
}
