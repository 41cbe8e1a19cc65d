package cn.jinniu.bangban.web;

import cn.jinniu.bangban.engine.RuleInfo;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.facts.CivilTime;
import cn.jinniu.bangban.facts.CodePoints;
import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.live.InForce;
import cn.jinniu.bangban.live.Refusal;
import cn.jinniu.bangban.live.RulesetState;
import cn.jinniu.bangban.live.Standing;
import cn.jinniu.bangban.live.TrialReport;
import cn.jinniu.bangban.ruleset.Clause;
import cn.jinniu.bangban.ruleset.Parameter;
import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.text.Text;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows readers what is decided by: the ruleset, its clauses, parameters, units and sectors. */
@RestController
class RulesetController {
    private static final String JSON = "application/json";
    private static final Text NOT_STATED = new Text("方案未规定", "not stated by the scheme");

    /** What is given here, and what that is made of. */
    static final List<Class<? extends Record>> VIEWS = List.of(
            RulesetView.class,
            RefusalView.class,
            ProblemView.class,
            TrialView.class,
            DifferingView.class,
            ClauseView.class,
            RuleView.class,
            ParameterView.class,
            ValueView.class,
            UnitView.class,
            SectorView.class,
            DepartmentView.class,
            Text.class);

    private final RulesetHolder rulesets;
    private final Clock clock;

    RulesetController(RulesetHolder rulesets, Clock clock) {
        this.rulesets = rulesets;
        this.clock = clock;
    }

    /**
     * @param id null while nothing decides, like version and loadedAt
     * @param state CURRENT, STALE or FAILED
     * @param since when the state became what it is
     * @param rules how many
     * @param rulesPerClause how many rules carry out each clause that has any
     * @param refused why what stands in the rules folder does not decide; null when it does
     * @param trial how the ruleset came out of its trial; null while it has not been tried
     * @param warnings what looks wrong with the rules that decide, and does not forbid them
     */
    record RulesetView(
            @Nullable String id,
            @Nullable String version,
            @Nullable OffsetDateTime loadedAt,
            RulesetState state,
            OffsetDateTime since,
            int rules,
            Map<String, Integer> rulesPerClause,
            @Nullable RefusalView refused,
            @Nullable TrialView trial,
            List<ProblemView> warnings) {}

    /**
     * @param version of what was refused; null where the folder could not be read
     * @param since when the folder first held something that was refused
     * @param checkedAt when it was last refused
     */
    record RefusalView(
            @Nullable String version, OffsetDateTime since, OffsetDateTime checkedAt, List<ProblemView> problems) {}

    /**
     * @param file below the rules folder; a dot for the folder itself
     * @param line from 1; 0 when it is about the whole file
     * @param column from 1; 0 when it is about the whole line
     * @param rule the kind of problem, by the word that check has for it
     * @param severity ERROR or WARNING
     */
    record ProblemView(String file, int line, int column, String rule, ProblemKind.Severity severity, Text message) {
        static ProblemView of(RulesetProblem problem) {
            return new ProblemView(
                    problem.file(),
                    problem.line(),
                    problem.column(),
                    problem.kind().word(),
                    problem.kind().severity(),
                    problem.message());
        }
    }

    /**
     * @param scenarios how many were tried
     * @param differing those that came out otherwise than they expect
     * @param problems rules that could not be carried out, and scenarios that could not be read
     */
    record TrialView(int scenarios, List<DifferingView> differing, List<ProblemView> problems) {}

    record DifferingView(String scenario, Text title) {}

    record RuleView(String name, String file, int line) {}

    /** @param rules the rules that carry the clause out */
    record ClauseView(
            String number,
            Text title,
            Text summary,
            boolean decidable,
            @Nullable Text reason,
            List<String> through,
            List<RuleView> rules) {}

    record ValueView(LocalDate from, String value, @Nullable String note) {}

    /** @param source the clause that states it, or that the scheme does not */
    record ParameterView(
            String key,
            Text name,
            String type,
            @Nullable String clause,
            Text source,
            ValueView current,
            List<ValueView> history) {}

    record UnitView(String id, String kind, Text name) {}

    record DepartmentView(LocalDate from, String department) {}

    record SectorView(String sector, Text name, List<DepartmentView> departments) {}

    @GetMapping(path = "/v1/ruleset", produces = JSON)
    RulesetView ruleset() {
        return view(rulesets.standing());
    }

    static RulesetView view(Standing standing) {
        InForce inForce = standing.inForce();
        Ruleset ruleset = inForce == null ? null : inForce.desk().ruleset();
        Map<String, Integer> perClause = new TreeMap<>(CodePoints.ORDER);
        if (ruleset != null) {
            ruleset.rules().forEach(rule -> perClause.merge(rule.clause(), 1, Integer::sum));
        }
        return new RulesetView(
                ruleset == null ? null : ruleset.id(),
                ruleset == null ? null : ruleset.version(),
                inForce == null ? null : inForce.loadedAt().toOffsetDateTime(),
                standing.state(),
                standing.since().toOffsetDateTime(),
                ruleset == null ? 0 : ruleset.rules().size(),
                perClause,
                standing.refusal() == null ? null : view(standing.refusal()),
                standing.trial() == null ? null : view(standing.trial()),
                ruleset == null
                        ? List.of()
                        : ruleset.warnings().stream().map(ProblemView::of).toList());
    }

    private static RefusalView view(Refusal refusal) {
        return new RefusalView(
                refusal.version(),
                refusal.since().toOffsetDateTime(),
                refusal.at().toOffsetDateTime(),
                refusal.problems().stream().map(ProblemView::of).toList());
    }

    static TrialView view(TrialReport trial) {
        return new TrialView(
                trial.scenarios(),
                trial.differing().stream()
                        .map(differing -> new DifferingView(differing.file(), differing.title()))
                        .toList(),
                Stream.concat(trial.failures().stream(), trial.unread().stream())
                        .map(ProblemView::of)
                        .toList());
    }

    @GetMapping(path = "/v1/clauses", produces = JSON)
    List<ClauseView> clauses() {
        Ruleset ruleset = rulesets.desk().ruleset();
        List<ClauseView> views = new ArrayList<>();
        for (Clause clause : ruleset.data().clauses().all().values()) {
            views.add(new ClauseView(
                    clause.number(),
                    clause.title(),
                    clause.summary(),
                    clause.decidable(),
                    clause.reason(),
                    List.copyOf(clause.through()),
                    rulesOf(clause.number(), ruleset.rules())));
        }
        return views;
    }

    /** @param asOf the day whose values are current; today when left out */
    @GetMapping(path = "/v1/parameters", produces = JSON)
    List<ParameterView> parameters(@RequestParam(name = "asOf", required = false) @Nullable LocalDate asOf) {
        requireKnown(asOf);
        var parameters = rulesets.desk().ruleset().data().parameters();
        var current = parameters.on(asOf == null ? LocalDate.now(clock) : asOf);
        return parameters.all().values().stream()
                .map(parameter -> new ParameterView(
                        parameter.key(),
                        parameter.name(),
                        parameter.type().word(),
                        parameter.clause(),
                        source(parameter),
                        view(current.since(parameter.key())),
                        parameter.values().stream().map(RulesetController::view).toList()))
                .toList();
    }

    /** No parameter has a value on a day that no request may name. */
    private static void requireKnown(@Nullable LocalDate asOf) {
        if (asOf != null && CivilTime.date(asOf.toString()) == null) {
            String range = CivilTime.FIRST_DAY + " – " + CivilTime.LAST_DAY;
            throw new ProblemException(
                    HttpProblems.parameter("asOf", asOf + " 超出范围 " + range, asOf + " is outside " + range));
        }
    }

    @GetMapping(path = "/v1/units", produces = JSON)
    List<UnitView> units() {
        Collection<Unit> units =
                rulesets.desk().ruleset().data().directory().units().values();
        return units.stream()
                .map(unit -> new UnitView(unit.id(), unit.kind().name(), new Text(unit.nameZh(), unit.nameEn())))
                .toList();
    }

    @GetMapping(path = "/v1/sectors", produces = JSON)
    List<SectorView> sectors() {
        return rulesets.desk().ruleset().data().sectors().sectors().values().stream()
                .map(sector -> new SectorView(
                        sector.word(),
                        sector.name(),
                        sector.departments().entrySet().stream()
                                .map(since -> new DepartmentView(
                                        since.getKey(), since.getValue().id()))
                                .toList()))
                .toList();
    }

    private static List<RuleView> rulesOf(String clause, List<RuleInfo> rules) {
        return rules.stream()
                .filter(rule -> rule.clause().equals(clause))
                .map(rule -> new RuleView(rule.name(), rule.file(), rule.line()))
                .toList();
    }

    private static Text source(Parameter parameter) {
        return parameter.clause() == null
                ? NOT_STATED
                : new Text("第 " + parameter.clause() + " 条", "clause " + parameter.clause());
    }

    private static ValueView view(Parameter.Value value) {
        return new ValueView(value.from(), value.written(), value.note());
    }
}
