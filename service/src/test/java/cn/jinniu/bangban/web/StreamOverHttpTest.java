package cn.jinniu.bangban.web;

import static cn.jinniu.bangban.web.RunningService.NDJSON;
import static cn.jinniu.bangban.web.RunningService.header;
import static cn.jinniu.bangban.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import cn.jinniu.bangban.reference.WorkedExamples;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@DisplayName("A stream of requests over HTTP")
class StreamOverHttpTest {
    private final RunningService service = RunningService.shared();

    private HttpResponse<byte[]> stream(String body, String... headers) {
        return service.post(NDJSON, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private List<JsonNode> answers(String body) {
        HttpResponse<byte[]> answer = stream(body);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo(NDJSON);
        return text(answer).lines().map(Json::tree).toList();
    }

    private static String onDay(int day) {
        return "{\"asOf\":\"2026-03-%02d\"}".formatted(day);
    }

    private static JsonNode problem(JsonNode answer, long line, int status) {
        assertThat(Json.names(answer)).containsExactly("line", "problem");
        assertThat(answer.path("line").asLong()).isEqualTo(line);
        assertThat(answer.path("problem").path("status").asInt()).isEqualTo(status);
        return answer.path("problem");
    }

    @Test
    @DisplayName("answers the worked examples exactly, in their order")
    void workedExamples() {
        List<String> names = WorkedExamples.names();
        StringBuilder lines = new StringBuilder();
        for (String name : names) {
            lines.append(Json.compact(Json.tree(WorkedExamples.request(name)))).append('\n');
        }
        List<JsonNode> answers = answers(lines.toString());
        assertThat(answers).hasSameSizeAs(names);
        for (int i = 0; i < names.size(); i++) {
            assertThat(Json.compact(Json.exactPart(answers.get(i))))
                    .isEqualTo(Json.compact(Json.exactPart(Json.tree(WorkedExamples.decision(names.get(i))))));
        }
    }

    @Test
    @DisplayName("gives the same answers as single requests")
    void sameAsSingle() {
        String request = Json.compact(Json.tree(WorkedExamples.request("02-mixed")));
        String single = text(service.decide(request)).replaceFirst("\"decisionId\":\"[^\"]*\"", "");
        assertThat(text(stream(request + '\n')).replaceFirst("\"decisionId\":\"[^\"]*\"", ""))
                .isEqualTo(single + '\n');
    }

    @Test
    @DisplayName("keeps the order over thousands of lines")
    void order() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            lines.append(i % 7 == 3 ? "{\"no\":" + i + "}" : onDay(i % 31 + 1)).append('\n');
        }
        List<JsonNode> answers = answers(lines.toString());
        assertThat(answers).hasSize(5_000);
        for (int i = 0; i < 5_000; i++) {
            if (i % 7 == 3) {
                problem(answers.get(i), i + 1, 422);
            } else {
                assertThat(answers.get(i).path("asOf").asString()).isEqualTo("2026-03-%02d".formatted(i % 31 + 1));
            }
        }
    }

    @Test
    @DisplayName("answers a broken line in its place, and goes on")
    void brokenLines() {
        List<JsonNode> answers = answers(onDay(1) + "\n{\n{\"sugar\":1}\n[]\n" + onDay(5) + "\n");
        assertThat(answers).hasSize(5);
        assertThat(answers.get(0).path("asOf").asString()).isEqualTo("2026-03-01");
        problem(answers.get(1), 2, 400);
        JsonNode error = problem(answers.get(2), 3, 422).path("errors").path(0);
        assertThat(error.path("pointer").asString()).isEqualTo("/sugar");
        assertThat(error.path("code").asString()).isEqualTo("UNKNOWN_FIELD");
        problem(answers.get(3), 4, 422);
        assertThat(answers.get(4).path("asOf").asString()).isEqualTo("2026-03-05");
    }

    @Test
    @DisplayName("counts blank lines without answering them")
    void blankLines() {
        List<JsonNode> answers = answers("\n  \n" + onDay(3) + "\n\t\n\n{\n");
        assertThat(answers).hasSize(2);
        assertThat(answers.get(0).path("asOf").asString()).isEqualTo("2026-03-03");
        problem(answers.get(1), 6, 400);
    }

    @Test
    @DisplayName("takes CRLF, and a last line without a line break")
    void lineEnds() {
        List<JsonNode> answers = answers(onDay(1) + "\r\n\r\n" + onDay(3));
        assertThat(answers).hasSize(2);
        assertThat(answers.get(1).path("asOf").asString()).isEqualTo("2026-03-03");
        assertThat(text(stream(onDay(1)))).endsWith("}\n");
    }

    @Test
    @DisplayName("gives nothing for nothing")
    void empty() {
        assertThat(stream("").statusCode()).isEqualTo(200);
        assertThat(text(stream(""))).isEmpty();
        assertThat(text(stream("\n\n"))).isEmpty();
    }

    @Test
    @DisplayName("speaks English where English is preferred")
    void english() {
        HttpResponse<byte[]> answer = stream("{\n{\"x\":1}\n", "Accept-Language", "en", "Accept", NDJSON);
        assertThat(header(answer, "Content-Language")).isEqualTo("en");
        assertThat(text(answer)).doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    @DisplayName("is answered line by line: each answer comes before the next line is sent")
    void interleaved() throws IOException {
        try (RawCall call = RawCall.stream(service, NDJSON)) {
            for (int day = 1; day <= 20; day++) {
                call.chunk(onDay(day) + "\n");
                if (day == 1) {
                    assertThat(call.head()).startsWith("http/1.1 200").contains("content-type: application/x-ndjson\n");
                }
                assertThat(Json.tree(call.bodyLine()).path("asOf").asString()).isEqualTo("2026-03-%02d".formatted(day));
            }
            call.lastChunk();
            assertThat(call.bodyLine()).isNull();
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"zz\r\n", "8\r\n{}\n", ""})
    @DisplayName("that breaks off is answered as far as it came, and the answer does not look whole")
    void brokenOff(String rest) throws IOException {
        try (RawCall call = RawCall.stream(service, NDJSON)) {
            call.chunk(onDay(1) + "\n").head();
            assertThat(Json.tree(call.bodyLine()).path("asOf").asString()).isEqualTo("2026-03-01");
            call.send(rest).endOutput();
            assertThatIOException().isThrownBy(() -> {
                while (call.bodyLine() != null) {
                    // lines that came whole before it broke off may be answered
                }
            });
        }
    }

    @Test
    @DisplayName("can be as long as it likes: neither lines nor answers are kept")
    void endless() throws IOException {
        int linesARound = 200;
        int rounds = 120;
        // White space makes the lines long and costs nothing to decide on.
        String round = (onDay(26).replace("}", " ".repeat(2_000) + "}") + "\n").repeat(linesARound);
        try (RawCall call = RawCall.stream(service, NDJSON)) {
            call.chunk(round).head();
            answers(call, linesARound);
            long before = heapInUse();
            for (int i = 1; i < rounds; i++) {
                call.chunk(round);
                answers(call, linesARound);
            }
            long sent = (long) rounds * round.length();
            assertThat(sent).isGreaterThan(45_000_000);
            assertThat(heapInUse() - before).isLessThan(sent / 3);
            call.lastChunk();
            assertThat(call.bodyLine()).isNull();
        }
    }

    private static void answers(RawCall call, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            assertThat(call.bodyLine()).contains("\"asOf\":\"2026-03-26\"");
        }
    }

    private static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
