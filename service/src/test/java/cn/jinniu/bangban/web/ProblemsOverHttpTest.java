package cn.jinniu.bangban.web;

import static cn.jinniu.bangban.web.RunningService.DECISIONS;
import static cn.jinniu.bangban.web.RunningService.header;
import static cn.jinniu.bangban.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@DisplayName("A problem over HTTP")
class ProblemsOverHttpTest {
    private final RunningService service = RunningService.shared();

    /** Asserts what every problem has, and gives it. */
    static JsonNode problem(HttpResponse<byte[]> answer, int status, String instance) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).isEqualTo(RunningService.PROBLEM);
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        JsonNode problem = Json.tree(answer);
        assertThat(Json.names(problem))
                .isEqualTo(
                        status == 422
                                ? List.of("type", "title", "status", "detail", "instance", "errors")
                                : List.of("type", "title", "status", "detail", "instance"));
        assertThat(problem.path("type").asString()).startsWith("urn:bangban:problem:");
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("instance").asString()).isEqualTo(instance);
        return problem;
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", " ", "{", "nonsense", "{} {}", "{\"asOf\":2026-03-26}", "\u0000", "[1,]"})
    @DisplayName("says 400 for what is not JSON")
    void notJson(String body) {
        problem(service.decide(body), 400, DECISIONS);
    }

    @Test
    @DisplayName("says 400 for bytes that are not UTF-8, and for JSON in UTF-16")
    void notUtf8() {
        problem(service.post("application/json", new byte[] {'"', (byte) 0xe9, '"'}), 400, DECISIONS);
        problem(service.post("application/json", "{}".getBytes(StandardCharsets.UTF_16)), 400, DECISIONS);
    }

    @Test
    @DisplayName("says 400 for JSON nested deeper than 1,000, and 422 for 1,000")
    void nesting() {
        problem(service.decide("[".repeat(1001) + "]".repeat(1001)), 400, DECISIONS);
        problem(service.decide("[".repeat(1000) + "]".repeat(1000)), 422, DECISIONS);
        problem(service.decide("[".repeat(1_000_000)), 400, DECISIONS);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/nope",
                "/v1/decision",
                "/v1/decisions/1/2",
                "/v1/units/",
                "/error",
                "/actuator/nope",
                "/actuator/env"
            })
    @DisplayName("says 404 where there is nothing")
    void notFound(String path) {
        problem(service.get(path), 404, path);
        problem(service.get(path, "Accept", "text/html"), 404, path);
    }

    @Test
    @DisplayName("says 404 for a group of health that there is not")
    void noHealthGroup() {
        problem(service.get("/actuator/health/nope"), 404, "/actuator/health/nope");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, /v1/forecasts, POST",
        "PUT, /v1/decisions, POST",
        "DELETE, /v1/decisions, POST",
        "PATCH, /v1/decisions, POST",
        "BREW, /v1/decisions, POST",
        "POST, /v1/units, GET",
        "POST, /actuator/health, GET",
        "DELETE, /actuator/prometheus, GET"
    })
    @DisplayName("says 405 and which methods are allowed")
    void notAllowed(String method, String path, String allowed) {
        HttpResponse<byte[]> answer = service.send(method, path, BodyPublishers.noBody());
        problem(answer, 405, path);
        assertThat(header(answer, "Allow")).contains(allowed);
    }

    @Test
    @DisplayName("says 405 to TRACE")
    void trace() {
        problem(service.send("TRACE", "/v1/units", BodyPublishers.noBody()), 405, "/v1/units");
    }

    @ParameterizedTest(name = "Accept: {0}")
    @ValueSource(strings = {"text/html", "application/xml", "application/problem+json", "nonsense"})
    @DisplayName("says 406 where only something else is taken")
    void notAcceptable(String accepted) {
        problem(service.decide("{}", "Accept", accepted), 406, DECISIONS);
        problem(
                service.post(RunningService.NDJSON, "{}\n".getBytes(StandardCharsets.UTF_8), "Accept", accepted),
                406,
                DECISIONS);
        problem(service.get("/v1/units", "Accept", accepted), 406, "/v1/units");
    }

    @ParameterizedTest(name = "Content-Type: {0}")
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json; charset=gbk",
                "application/json; charset=ISO-8859-1",
                "application/json; charset=UTF-16",
                "application/json; charset=nonsense",
                "application/x-ndjson; charset=gbk",
                "nonsense"
            })
    @DisplayName("says 415 for another type, or another encoding than UTF-8")
    void unsupportedType(String type) {
        problem(service.post(type, "{}".getBytes(StandardCharsets.UTF_8)), 415, DECISIONS);
    }

    @Test
    @DisplayName("says 415, and what may be sent, for forms too broken to be read")
    void forms() {
        for (HttpResponse<byte[]> answer : List.of(
                service.post("multipart/form-data", new byte[] {'x'}),
                service.post("multipart/form-data; boundary=", new byte[] {'x'}),
                service.post("application/x-www-form-urlencoded", "a=%zz".getBytes(StandardCharsets.UTF_8)),
                service.post("application/json; charset=gbk", new byte[] {'{', '}'}))) {
            problem(answer, 415, DECISIONS);
            assertThat(header(answer, "Accept-Post")).contains("application/json", "application/x-ndjson");
        }
        problem(
                service.send(
                        "PUT",
                        DECISIONS,
                        BodyPublishers.ofString("a=%zz"),
                        "Content-Type",
                        "application/x-www-form-urlencoded"),
                405,
                DECISIONS);
    }

    @Test
    @DisplayName("says 415 where no type is given")
    void noType() {
        problem(service.send("POST", DECISIONS, BodyPublishers.ofString("{}")), 415, DECISIONS);
    }

    @ParameterizedTest(name = "Content-Encoding: {0}")
    @ValueSource(strings = {"gzip", "br", "deflate", "gzip, identity"})
    @DisplayName("says 415 for a compressed body")
    void compressed(String encoding) {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        problem(service.post("application/json", body, "Content-Encoding", encoding), 415, DECISIONS);
        problem(service.post("application/x-ndjson", body, "Content-Encoding", encoding), 415, DECISIONS);
    }

    @Test
    @DisplayName("says 422 with all that is wrong with the facts, in the order of the request")
    void facts() {
        JsonNode problem = problem(service.decide("""
                        {"asOf": "2026-02-30", "sugar": 1, "projects": [{"id": "P-1", "sector": "CHEESE"}, {"id": "P-1"}],
                         "approvals": [{"id": "A-1", "project": "P-9", "department": "service-room", "kind": "COMMITMENT",
                          "acceptedOn": "2026-03-02"}]}"""), 422, DECISIONS);
        assertThat(Json.elements(problem.path("errors")).stream()
                        .map(error -> error.path("pointer").asString() + " "
                                + error.path("code").asString()))
                .containsExactlyInAnyOrder(
                        "/asOf BAD_FORMAT",
                        "/sugar UNKNOWN_FIELD",
                        "/projects/0/sector UNKNOWN_VALUE",
                        "/projects/1/id DUPLICATE_ID",
                        "/approvals/0/project UNKNOWN_REFERENCE",
                        "/approvals/0/commitmentDays REQUIRED");
        problem.path("errors").forEach(error -> {
            assertThat(Json.names(error)).containsExactly("pointer", "code", "message");
            assertThat(error.path("message").asString()).isNotBlank();
        });
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"[]", "null", "1", "\"text\"", "true"})
    @DisplayName("says 422 at the empty pointer for a body that is no object")
    void noObject(String body) {
        JsonNode error =
                problem(service.decide(body), 422, DECISIONS).path("errors").path(0);
        assertThat(error.path("pointer").asString("missing")).isEmpty();
        assertThat(error.path("code").asString()).isEqualTo("WRONG_TYPE");
    }

    @Test
    @DisplayName("says 400 for a query parameter that is no day")
    void parameter() {
        JsonNode problem = problem(service.get("/v1/parameters?asOf=2026-02-30"), 400, "/v1/parameters");
        assertThat(problem.path("detail").asString()).contains("asOf", "2026-02-30");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/v1/parameters?asof=2026-03-26",
                "/v1/parameters?asOf=2026-03-26&asOf=2026-03-27",
                "/v1/parameters?asOf=",
                "/v1/units?kind=OFFICE",
                "/v1/ruleset?x"
            })
    @DisplayName("says 400 for a parameter that is unknown, repeated or empty, naming it")
    void query(String path) {
        String name = path.substring(path.indexOf('?') + 1).replaceFirst("=.*", "");
        JsonNode problem = problem(service.get(path), 400, path.substring(0, path.indexOf('?')));
        assertThat(problem.path("type").asString()).isEqualTo("urn:bangban:problem:parameter");
        assertThat(problem.path("detail").asString()).startsWith(name + "：");
    }

    @Test
    @DisplayName("says 400 for a parameter of a decision, whose facts are all in its body")
    void queryOfDecision() {
        problem(
                service.send(
                        "POST",
                        DECISIONS + "?asOf=2026-03-26",
                        BodyPublishers.ofString("{}"),
                        "Content-Type",
                        "application/json"),
                400,
                DECISIONS);
    }

    @ParameterizedTest(name = "Accept-Language: {0}")
    @ValueSource(strings = {"-", ";;;", "en;q=", ",", "zh-"})
    @DisplayName("is told whatever the language header says")
    void malformedLanguage(String accepted) {
        assertThat(service.decide("{}", "Accept-Language", accepted).statusCode())
                .isEqualTo(200);
        problem(service.decide("[", "Accept-Language", accepted), 400, DECISIONS);
        problem(service.get("/nope", "Accept-Language", accepted), 404, "/nope");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"'', zh", "en, en", "'zh;q=0.2,en;q=0.3', en", "'en;q=0.2,zh;q=0.3', zh"})
    @DisplayName("speaks Chinese unless English is preferred")
    void language(String accepted, String spoken) {
        for (HttpResponse<byte[]> answer : List.of(
                service.get("/nope", "Accept-Language", accepted),
                service.decide("{", "Accept-Language", accepted),
                service.decide("{\"x\":1}", "Accept-Language", accepted),
                service.decide("{}", "Accept", "text/html", "Accept-Language", accepted))) {
            assertThat(header(answer, "Content-Language")).isEqualTo(spoken);
            assertThat(header(answer, "Vary")).containsIgnoringCase("Accept-Language");
            if (spoken.equals("en")) {
                assertThat(text(answer)).doesNotContainPattern("\\p{IsHan}");
            } else {
                assertThat(text(answer)).containsPattern("\\p{IsHan}");
            }
        }
    }

    @Test
    @DisplayName("has no body in answer to HEAD")
    void head() {
        HttpResponse<byte[]> answer = service.send("HEAD", "/nope", BodyPublishers.noBody());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
        HttpResponse<byte[]> forecasts = service.send("HEAD", "/v1/forecasts", BodyPublishers.noBody());
        assertThat(forecasts.statusCode()).isEqualTo(405);
        assertThat(forecasts.body()).isEmpty();
    }
}
