package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.coverage.Coverage;
import cn.jinniu.bangban.coverage.Mutation;
import cn.jinniu.bangban.coverage.Trial;
import cn.jinniu.bangban.engine.Ruleset;
import java.io.OutputStream;
import java.util.Locale;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Coverage for programs: every rule with its scenarios, and what came of every change. */
final class CoverageJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private CoverageJson() {}

    static void write(Coverage coverage, Ruleset ruleset, OutputStream out) {
        ObjectNode all = JSON.createObjectNode();
        all.putObject("ruleset").put("id", ruleset.id()).put("version", ruleset.version());
        ArrayNode clauses = all.putArray("clauses");
        ruleset.data().clauses().all().values().forEach(clause -> {
            ObjectNode node = clauses.addObject();
            node.put("clause", clause.number()).put("decidable", clause.decidable());
            ArrayNode names = node.putArray("rules");
            coverage.rules().keySet().stream()
                    .filter(rule -> rule.clause().equals(clause.number()))
                    .forEach(rule -> names.add(rule.name()));
        });
        coverage.scenarios().forEach(all.putArray("scenarios")::add);
        ArrayNode rules = all.putArray("rules");
        coverage.rules().forEach((rule, scenarios) -> {
            ObjectNode node = rules.addObject();
            node.put("clause", rule.clause()).put("rule", rule.name());
            node.put("file", rule.file()).put("line", rule.line());
            scenarios.forEach(node.putArray("scenarios")::add);
        });
        all.put("unfiredRules", coverage.unfired().size());
        all.put("conditions", coverage.conditions());
        ArrayNode oneSided = all.putArray("oneSidedConditions");
        coverage.oneSided().forEach(one -> {
            ObjectNode node = oneSided.addObject();
            node.put("file", one.condition().rule().file());
            node.put("line", one.condition().line())
                    .put("column", one.condition().column());
            node.put("rule", one.condition().rule().name());
            node.put("condition", one.condition().text());
            node.put("everTrue", one.everTrue()).put("everFalse", one.everFalse());
        });
        ArrayNode blind = all.putArray("unnoticedParameters");
        coverage.blind()
                .forEach(value -> blind.addObject()
                        .put("parameter", value.parameter())
                        .put("line", value.line())
                        .put("value", value.value()));
        if (!coverage.trials().isEmpty()) {
            all.put("mutationScore", coverage.score());
            ArrayNode trials = all.putArray("mutations");
            coverage.trials().forEach(trial -> write(trial, trials.addObject()));
        }
        JSON.writerWithDefaultPrettyPrinter().writeValue(out, all);
    }

    private static void write(Trial trial, ObjectNode node) {
        Mutation mutation = trial.mutation();
        node.put("file", mutation.file()).put("line", mutation.line()).put("column", mutation.column());
        node.put("kind", mutation.kind().name().toLowerCase(Locale.ROOT));
        node.put("before", mutation.before()).put("after", mutation.after());
        node.put("result", trial.result().name().toLowerCase(Locale.ROOT));
        node.put("noticedBy", trial.noticedBy());
    }
}
