package cn.jinniu.bangban.web;

import static cn.jinniu.bangban.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.ruleset.RulesFolder;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("A rule that fails on some facts")
class FailingRuleOverHttpTest {
    private static final String RULE = "5.1 遇到这个项目就失败 / fails on one project";
    private static final String FAILS = "{\"projects\":[{\"id\":\"FAILS\"}]}";

    private static RunningService service;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        RulesetSource rules = new RulesFolder()
                .with("5-safeguards/5.1-fails.drl", """
                        rule "%s"
                            @clause("5.1")
                        when
                            Project( id == "FAILS" )
                        then
                            throw new IllegalStateException( "as the test wants it" );
                        end
                        """.formatted(RULE))
                .source();
        for (String path : rules.paths()) {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, rules.bytes(path));
        }
        service = RunningService.with("--bangban.rules=" + folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @DisplayName("is named in a problem, without what it stumbled over in the program")
    void single() {
        HttpResponse<byte[]> answer = service.decide(FAILS);
        JsonNode problem = ProblemsOverHttpTest.problem(answer, 500, RunningService.DECISIONS);
        assertThat(problem.path("type").asString()).isEqualTo("urn:bangban:problem:rule-failed");
        assertThat(problem.path("detail").asString()).contains(RULE);
        assertThat(text(answer)).doesNotContain("IllegalState", "as the test wants it");
    }

    @Test
    @DisplayName("is named in the line's place in a stream, and the lines after it go on")
    void stream() {
        String lines = "{\"asOf\":\"2026-03-01\"}\n" + FAILS + "\n{\"asOf\":\"2026-03-03\"}\n";
        HttpResponse<byte[]> answer =
                service.post(RunningService.NDJSON, lines.getBytes(StandardCharsets.UTF_8), "Accept-Language", "en");
        List<JsonNode> answers = text(answer).lines().map(Json::tree).toList();
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0).path("asOf").asString()).isEqualTo("2026-03-01");
        assertThat(answers.get(1).path("line").asInt()).isEqualTo(2);
        assertThat(answers.get(1).path("problem").path("status").asInt()).isEqualTo(500);
        assertThat(answers.get(1).path("problem").path("detail").asString()).contains(RULE);
        assertThat(answers.get(2).path("asOf").asString()).isEqualTo("2026-03-03");
    }

    @Test
    @DisplayName("is counted")
    void counted() {
        service.decide(FAILS);
        assertThat(text(service.get("/actuator/prometheus")))
                .containsPattern("bangban_decisions_total\\{result=\"failed\"} [1-9]");
    }
}
