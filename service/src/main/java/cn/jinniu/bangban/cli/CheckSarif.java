package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.text.Language;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a check found, as SARIF 2.1.0, which editors and build servers show beside the lines. */
final class CheckSarif {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
    private static final String BASE = "RULES";

    private final CheckFindings findings;
    private final Language language;

    CheckSarif(CheckFindings findings, Language language) {
        this.findings = findings;
        this.language = language;
    }

    void write(OutputStream out) {
        ObjectNode log = JSON.createObjectNode();
        log.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Bangban").put("organization", "成都市金牛区 Jinniu District, Chengdu");
        ArrayNode rules = driver.putArray("rules");
        for (ProblemKind kind : ProblemKind.values()) {
            ObjectNode rule = rules.addObject().put("id", kind.word());
            rule.putObject("shortDescription").put("text", kind.title().in(language));
            rule.putObject("defaultConfiguration").put("level", level(kind));
        }
        run.putObject("originalUriBaseIds").putObject(BASE).put("uri", directory(findings.folder()));
        run.put("language", language == Language.ZH ? "zh-CN" : "en-US").put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        findings.problems().forEach(problem -> result(problem, results.addObject()));
        JSON.writerWithDefaultPrettyPrinter().writeValue(out, log);
    }

    private static String level(ProblemKind kind) {
        return kind.severity().name().toLowerCase(Locale.ROOT);
    }

    private static String directory(Path folder) {
        String uri = folder.toAbsolutePath().normalize().toUri().toString();
        return uri.endsWith("/") ? uri : uri + '/';
    }

    private void result(RulesetProblem problem, ObjectNode result) {
        result.put("ruleId", problem.kind().word())
                .put("ruleIndex", problem.kind().ordinal());
        result.put("level", level(problem.kind()));
        result.putObject("message").put("text", problem.message().in(language));
        ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
        ObjectNode file = place.putObject("artifactLocation");
        if (CheckFindings.isScenario(problem)) {
            file.put("uri", relative(problem.file()));
        } else {
            file.put("uri", problem.file().equals(".") ? "./" : relative(problem.file()))
                    .put("uriBaseId", BASE);
        }
        if (problem.line() > 0) {
            region(problem, place.putObject("region"));
        }
    }

    private void region(RulesetProblem problem, ObjectNode region) {
        region.put("startLine", problem.line());
        String line = findings.line(problem);
        if (line == null) {
            return;
        }
        if (problem.column() > 0) {
            int start = CheckFindings.start(problem, line);
            region.put("startColumn", start + 1);
            region.put("endColumn", Math.min(line.length(), start + Math.max(1, problem.length())) + 1);
        }
        region.putObject("snippet").put("text", line);
    }

    private static String relative(String path) {
        try {
            return new URI(null, null, path.replace('\\', '/'), null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("every path can be written as a reference", e);
        }
    }
}
