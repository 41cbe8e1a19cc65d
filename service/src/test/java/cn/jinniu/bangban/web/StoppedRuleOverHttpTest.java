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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("A rule that never ends on some facts")
class StoppedRuleOverHttpTest {
    private static final String RULE = "5.1 没完没了 / never ends on one project";
    private static final String ENDLESS = "{\"projects\":[{\"id\":\"ENDLESS\"}]}";
    private static final String PLAIN = "{\"asOf\":\"2026-03-01\"}";

    private static RunningService service;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        RulesetSource rules = new RulesFolder()
                .with("5-safeguards/5.1-endless.drl", """
                        rule "%s"
                            @clause("5.1")
                        when
                            Project( id == "ENDLESS" )
                        then
                            while ( true ) { }
                        end
                        """.formatted(RULE))
                .source();
        for (String path : rules.paths()) {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, rules.bytes(path));
        }
        service = RunningService.with("--bangban.rules=" + folder, "--bangban.limit.steps=100000");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @DisplayName("is stopped and named in a problem of its own kind, in either language")
    void single() {
        HttpResponse<byte[]> answer = service.decide(ENDLESS);
        JsonNode problem = ProblemsOverHttpTest.problem(answer, 500, RunningService.DECISIONS);
        assertThat(problem.path("type").asString()).isEqualTo("urn:bangban:problem:rule-stopped");
        assertThat(problem.path("detail").asString()).contains(RULE, "bangban.limit");
    }

    @Test
    @DisplayName("holds up no request beside it")
    void others() {
        List<Integer> statuses = IntStream.range(0, 24)
                .parallel()
                .mapToObj(i -> service.decide(i % 3 == 0 ? ENDLESS : PLAIN).statusCode())
                .toList();
        assertThat(statuses).filteredOn(status -> status == 500).hasSize(8);
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(16);
    }

    @Test
    @DisplayName("is named in the line's place in a stream, and the lines after it go on")
    void stream() {
        String lines = PLAIN + "\n" + ENDLESS + "\n" + PLAIN + "\n";
        HttpResponse<byte[]> answer =
                service.post(RunningService.NDJSON, lines.getBytes(StandardCharsets.UTF_8), "Accept-Language", "en");
        List<JsonNode> answers = text(answer).lines().map(Json::tree).toList();
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0).path("asOf").asString()).isEqualTo("2026-03-01");
        assertThat(answers.get(1).path("line").asInt()).isEqualTo(2);
        assertThat(answers.get(1).path("problem").path("type").asString())
                .isEqualTo("urn:bangban:problem:rule-stopped");
        assertThat(answers.get(1).path("problem").path("detail").asString()).contains(RULE);
        assertThat(answers.get(2).path("asOf").asString()).isEqualTo("2026-03-01");
    }
}
