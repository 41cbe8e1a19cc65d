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
        ArrayNode rules = all.putArray("rules");
        coverage.rules().forEach((rule, scenarios) -> {
            ObjectNode node = rules.addObject();
            node.put("clause", rule.clause()).put("rule", rule.name());
            node.put("file", rule.file()).put("line", rule.line());
            scenarios.forEach(node.putArray("scenarios")::add);
        });
        all.put("unfiredRules", coverage.unfired().size());
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
