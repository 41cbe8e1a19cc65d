package cn.jinniu.bangban.web;

import static cn.jinniu.bangban.web.RunningService.DECISIONS;
import static cn.jinniu.bangban.web.RunningService.JSON;
import static cn.jinniu.bangban.web.RunningService.NDJSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("A service that takes 2 KB at a time")
class LimitsOverHttpTest {
    private static final int LIMIT = 2048;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.with("--bangban.max-request-size=2KB");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** A valid request of so many bytes. */
    private static String ofBytes(int size) {
        return "{" + " ".repeat(size - 2) + "}";
    }

    @Test
    @DisplayName("decides on a request of 2,048 bytes")
    void atTheLimit() {
        assertThat(service.decide(ofBytes(LIMIT)).statusCode()).isEqualTo(200);
        assertThat(chunked(ofBytes(LIMIT)).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("says 413 to one more, whether its length was announced or not")
    void overTheLimit() {
        for (HttpResponse<byte[]> answer : List.of(service.decide(ofBytes(LIMIT + 1)), chunked(ofBytes(LIMIT + 1)))) {
            JsonNode problem = ProblemsOverHttpTest.problem(answer, 413, DECISIONS);
            assertThat(problem.path("detail").asString()).contains("2048");
        }
    }

    @Test
    @DisplayName("says 413 to far too much, and hears it out")
    void farOverTheLimit() {
        ProblemsOverHttpTest.problem(service.decide(ofBytes(8_000_000)), 413, DECISIONS);
        ProblemsOverHttpTest.problem(chunked(ofBytes(8_000_000)), 413, DECISIONS);
    }

    @Test
    @DisplayName("answers a line that is too long in its place, and goes on")
    void lineTooLong() {
        String lines = ofBytes(LIMIT) + "\n" + ofBytes(LIMIT + 1) + "\n" + ofBytes(300_000) + "\n{}";
        HttpResponse<byte[]> answer = service.post(NDJSON, lines.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        List<JsonNode> answers =
                RunningService.text(answer).lines().map(Json::tree).toList();
        assertThat(answers).hasSize(4);
        assertThat(answers.get(0).has("decisionId")).isTrue();
        for (int i : new int[] {1, 2}) {
            assertThat(answers.get(i).path("line").asInt()).isEqualTo(i + 1);
            assertThat(answers.get(i).path("problem").path("status").asInt()).isEqualTo(413);
        }
        assertThat(answers.get(3).has("decisionId")).isTrue();
    }

    private static HttpResponse<byte[]> chunked(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return service.send(
                "POST",
                DECISIONS,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)),
                "Content-Type",
                JSON);
    }
}
