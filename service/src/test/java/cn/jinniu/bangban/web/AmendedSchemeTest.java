package cn.jinniu.bangban.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.candidate.Zips;
import cn.jinniu.bangban.cli.Run;
import cn.jinniu.bangban.policy.RulesReadme;
import cn.jinniu.bangban.ruleset.RulesFolder;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The story told in {@code rules/README.md}, each step of it carried out. */
@DisplayName("A policy officer who amends the scheme as the guide tells")
class AmendedSchemeTest {
    private static final RulesReadme README = new RulesReadme();
    private static final String REQUEST = """
            {"asOf":"%s","projects":[
              {"id":"P-1","functionalZone":"jinniu-hightech-zone","majorInvestmentRecognisedOn":"2026-02-05"},
              {"id":"P-2","sector":"URBAN_MANAGEMENT","majorInvestmentRecognisedOn":"2026-02-05"}],
             "appointments":[{"id":"A-1","commissioner":"zhang-wei","unit":"jinniu-hightech-zone","project":"P-1",
              "role":"PRIMARY","appointedOn":"2026-07-15"}]}
            """;

    @TempDir
    Path parent;

    private RunningService service;

    @Test
    @DisplayName("checks, sees the impact, puts it into force while the service runs, and undoes it to the byte")
    void story() throws Exception {
        Path old = new RulesFolder().writeTo(parent.resolve("old"));
        Path rules = README.amended().writeTo(parent.resolve("rules"));
        Path scenarios = RulesReadme.write(parent.resolve("test-data"), README.storyScenarios());

        assertThat(Run.of("check", rules.toString()).exitCode()).isZero();
        assertThat(Run.of("replay", "--rules=" + rules, scenarios.toString()).exitCode())
                .isZero();
        assertThat(Run.of("replay", "--rules=" + old, scenarios.toString()).exitCode())
                .isEqualTo(2);
        Path page = parent.resolve("impact.html");
        Run diff = Run.of(
                "diff",
                old.toString(),
                rules.toString(),
                "--scenarios",
                scenarios.toString(),
                "--html",
                page.toString());
        assertThat(diff.exitCode()).isEqualTo(1);
        assertThat(diff.outLines()).containsAll(quoted());
        assertThat(Files.readString(page)).contains("MEET_OWNER").doesNotContain("http://", "https://");

        Path inForce = new RulesFolder().writeTo(parent.resolve("service/rules"));
        service = RunningService.with(
                "--bangban.rules=" + inForce,
                "--bangban.scenarios=" + scenarios,
                "--bangban.reload.interval=0",
                "--bangban.reload.settle=1ms");
        try {
            String before = decide("2026-07-21");
            judge(rules);
            assertThat(decide("2026-07-21")).isEqualTo(before);
            README.amended().writeTo(inForce);
            assertThat(reload()).isEqualTo("PUBLISHED");
            assertThat(decide("2026-07-21"))
                    .contains("MEET_OWNER:jinniu-hightech-zone:project:P-1", "urban-operations-bureau");
            assertThat(decide("2026-06-30"))
                    .as("before the day it holds from")
                    .doesNotContain("MEET_OWNER")
                    .contains("law-enforcement-bureau", "\"due\":\"2026-06-25\"");
            new RulesFolder().writeTo(inForce);
            Files.delete(inForce.resolve("3.3-service-room/3.3.2a-meet-owner.drl"));
            assertThat(reload()).isEqualTo("PUBLISHED");
            assertThat(decide("2026-07-21")).isEqualTo(before);
        } finally {
            service.close();
        }
    }

    /** The lines of the impact that the guide quotes. */
    private static List<String> quoted() {
        return Pattern.compile("(?s)上面那个场景会列出：\n\n```\n(.*?)```")
                .matcher(README.text)
                .results()
                .flatMap(match -> match.group(1).lines())
                .toList();
    }

    private void judge(Path rules) throws Exception {
        RulesetSource source = RulesetSource.read(rules);
        Map<String, byte[]> files = new LinkedHashMap<>();
        source.paths().forEach(path -> files.put("rules/" + path, source.bytes(path)));
        README.storyScenarios()
                .forEach((path, text) -> files.put("test-data/" + path, text.getBytes(StandardCharsets.UTF_8)));
        HttpResponse<byte[]> answer = service.send(
                "POST",
                "/v1/ruleset/candidates",
                BodyPublishers.ofByteArray(Zips.of(files)),
                "Content-Type",
                "application/zip");
        JsonNode verdict = Json.tree(answer);
        assertThat(verdict.path("usable").asBoolean()).isTrue();
        assertThat(verdict.at("/trial/differing")).isEmpty();
        assertThat(verdict.at("/impact/summary/byUnit").findValuesAsString("unit"))
                .contains("jinniu-hightech-zone", "urban-operations-bureau", "law-enforcement-bureau");
    }

    private String reload() {
        return Json.tree(service.send("POST", "/v1/ruleset/reload", BodyPublishers.noBody()))
                .path("outcome")
                .asString();
    }

    /** The decision, but for its id. */
    private String decide(String asOf) {
        HttpResponse<byte[]> answer = service.decide(REQUEST.formatted(asOf));
        assertThat(answer.statusCode()).isEqualTo(200);
        return RunningService.text(answer).replaceFirst("\"decisionId\":\"[^\"]*\"", "");
    }
}
