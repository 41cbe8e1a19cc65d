package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.ruleset.RulesetProblem;
import java.io.OutputStream;
import java.util.Locale;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a check found, for programs, in both languages. */
final class CheckJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private CheckJson() {}

    static void write(CheckFindings findings, OutputStream out) {
        ObjectNode all = JSON.createObjectNode();
        all.put("folder", findings.folder().toString());
        all.put("version", findings.source().version());
        all.put("usable", findings.ruleset() != null && findings.errors() == 0);
        all.put("errors", findings.errors()).put("warnings", findings.warnings());
        ArrayNode problems = all.putArray("problems");
        for (RulesetProblem problem : findings.problems()) {
            write(findings, problem, problems.addObject());
        }
        JSON.writerWithDefaultPrettyPrinter().writeValue(out, all);
    }

    private static void write(CheckFindings findings, RulesetProblem problem, ObjectNode node) {
        String line = findings.line(problem);
        node.put("rule", problem.kind().word());
        node.put("severity", problem.kind().severity().name().toLowerCase(Locale.ROOT));
        node.put("file", findings.path(problem));
        node.put("line", problem.line()).put("column", problem.column());
        node.put("endColumn", problem.column() == 0 ? 0 : problem.column() + problem.length());
        node.putObject("message")
                .put("zh", problem.message().zh())
                .put("en", problem.message().en());
        node.put("text", line);
    }
}
