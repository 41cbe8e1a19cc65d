package cn.jinniu.bangban.web;

import cn.jinniu.bangban.engine.RuleInfo;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.facts.CodePoints;
import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.ruleset.Clause;
import cn.jinniu.bangban.ruleset.Parameter;
import cn.jinniu.bangban.text.Text;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** @param rulesPerClause how many rules carry out each clause that has any */
    record RulesetView(
            String id, String version, OffsetDateTime loadedAt, int rules, Map<String, Integer> rulesPerClause) {}

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
        var loaded = rulesets.current();
        Ruleset ruleset = loaded.desk().ruleset();
        Map<String, Integer> perClause = new TreeMap<>(CodePoints.ORDER);
        ruleset.rules().forEach(rule -> perClause.merge(rule.clause(), 1, Integer::sum));
        return new RulesetView(
                ruleset.id(),
                ruleset.version(),
                loaded.loadedAt().toOffsetDateTime(),
                ruleset.rules().size(),
                perClause);
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
