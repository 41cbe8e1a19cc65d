package cn.jinniu.bangban.web;

import static cn.jinniu.bangban.web.RunningService.header;
import static cn.jinniu.bangban.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.reference.WorkedExamples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@DisplayName("Those who run the service")
class OperationsOverHttpTest {
    private final RunningService service = RunningService.shared();

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    @DisplayName("see that it is well")
    void health(String path) {
        HttpResponse<byte[]> answer = service.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.tree(answer).path("status").asString()).isEqualTo("UP");
    }

    @Test
    @DisplayName("see by which ruleset it is ready to decide")
    void readiness() {
        JsonNode details = Json.tree(service.get("/actuator/health/readiness"))
                .path("components")
                .path("ruleset")
                .path("details");
        assertThat(details.path("version").asString()).isEqualTo(ShippedRules.RULESET.version());
    }

    @Test
    @DisplayName("can measure decisions, durations, facts, obligations and alerts by code, and the ruleset")
    void metrics() {
        service.decide("{"); // so that each kind of answer is there
        service.decide("[]");
        service.decide(WorkedExamples.request("02-mixed"));
        String before = metricsText();
        JsonNode decision = Json.tree(service.decide(WorkedExamples.request("02-mixed")));
        service.decide("{");
        service.decide("[]");
        service.post(RunningService.NDJSON, "{}\n[]\n".getBytes(StandardCharsets.UTF_8));
        String after = metricsText();

        assertThat(grown(before, after, "bangban_decisions_total{result=\"decided\"}"))
                .isEqualTo(2);
        assertThat(grown(before, after, "bangban_decisions_total{result=\"refused\"}"))
                .isEqualTo(2);
        assertThat(grown(before, after, "bangban_decisions_total{result=\"not-json\"}"))
                .isEqualTo(1);
        assertThat(grown(before, after, "bangban_decision_facts_count")).isEqualTo(2);
        assertThat(grown(before, after, "bangban_decision_facts_sum")).isGreaterThan(10);
        assertThat(grown(before, after, "bangban_decision_duration_seconds_count"))
                .isEqualTo(5);
        JsonNode obligation = decision.path("obligations").path(0);
        assertThat(grown(
                        before,
                        after,
                        "bangban_obligations_total{code=\""
                                + obligation.path("code").asString() + "\","))
                .isEqualTo(count(
                        decision.path("obligations"), obligation.path("code").asString()));
        JsonNode alert = decision.path("alerts").path(0);
        assertThat(grown(
                        before,
                        after,
                        "bangban_alerts_total{code=\"" + alert.path("code").asString() + "\"}"))
                .isEqualTo(count(decision.path("alerts"), alert.path("code").asString()));
        assertThat(after).contains("bangban_ruleset_info{", "version=\"" + ShippedRules.RULESET.version() + "\"");
    }

    private String metricsText() {
        HttpResponse<byte[]> answer = service.get("/actuator/prometheus");
        assertThat(answer.statusCode()).isEqualTo(200);
        return text(answer);
    }

    private static double count(JsonNode answers, String code) {
        return (double) Json.elements(answers).stream()
                .filter(answer -> answer.path("code").asString().equals(code))
                .count();
    }

    private static double grown(String before, String after, String meter) {
        return sum(after, meter) - sum(before, meter);
    }

    private static double sum(String metrics, String meter) {
        List<String> lines =
                metrics.lines().filter(line -> line.startsWith(meter)).toList();
        assertThat(lines).as(meter).isNotEmpty();
        return lines.stream()
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    @DisplayName("can have answers compressed")
    void gzip() throws IOException {
        String request = WorkedExamples.request("02-mixed");
        HttpResponse<byte[]> answer = service.decide(request, "Accept-Encoding", "gzip");
        assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(answer, "Vary").toLowerCase(Locale.ROOT)).contains("accept-language", "accept-encoding");
        assertThat(plain(answer)).contains("\"decisionId\"");
        assertThat(answer.body().length).isLessThan(service.decide(request).body().length / 2);

        String lines = "{\"asOf\":\"2026-03-26\"}\n".repeat(100);
        HttpResponse<byte[]> stream =
                service.post(RunningService.NDJSON, lines.getBytes(StandardCharsets.UTF_8), "Accept-Encoding", "gzip");
        assertThat(header(stream, "Content-Encoding")).isEqualTo("gzip");
        assertThat(plain(stream).lines()).hasSize(100);
    }

    private static String plain(HttpResponse<byte[]> answer) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"/v1/ruleset", "/v1/units", "/actuator/health", "/v3/api-docs", "/swagger-ui/index.html", "/nope"
            })
    @DisplayName("need not fear that an answer is taken for something else")
    void nosniff(String path) {
        assertThat(header(service.get(path), "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    @DisplayName("can ask for heads and for what is allowed")
    void headAndOptions() {
        HttpResponse<byte[]> head = service.send("HEAD", "/v1/units", BodyPublishers.noBody());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Length"))
                .isEqualTo(String.valueOf(service.get("/v1/units").body().length));
        HttpResponse<byte[]> options = service.send("OPTIONS", RunningService.DECISIONS, BodyPublishers.noBody());
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(header(options, "Allow")).contains("POST", "OPTIONS");
    }

    @Test
    @DisplayName("find it only on this machine unless told otherwise")
    void loopback() {
        assertThat(service.setting("server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    @DisplayName("can be sure decisions are not kept on the way")
    void noStore() {
        assertThat(header(service.decide("{}"), "Cache-Control")).isEqualTo("no-store");
        assertThat(header(service.decide("["), "Cache-Control")).isEqualTo("no-store");
    }
}
