package cn.jinniu.bangban.web;

import static cn.jinniu.bangban.web.RunningService.header;
import static cn.jinniu.bangban.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.reference.WorkedExamples;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@DisplayName("A decision over HTTP")
class DecisionsOverHttpTest {
    private static final List<String> DECISION =
            List.of("decisionId", "asOf", "ruleset", "determinations", "obligations", "alerts");
    private static final List<String> DETERMINATION = List.of("code", "subject", "value", "grounds", "clause", "rule");
    private static final List<String> OBLIGATION = List.of(
            "id",
            "code",
            "clause",
            "rule",
            "bearer",
            "assignee",
            "subject",
            "period",
            "due",
            "status",
            "fulfilledOn",
            "daysLate",
            "attendees",
            "provisional",
            "message");
    private static final List<String> ALERT =
            List.of("id", "code", "severity", "addressees", "subject", "obligation", "clause", "message");

    private final RunningService service = RunningService.shared();

    static List<String> examples() {
        return WorkedExamples.names();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    @DisplayName("is the worked example's, exactly")
    void workedExample(String name) {
        HttpResponse<byte[]> answer = service.decide(WorkedExamples.request(name));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(Json.compact(Json.exactPart(Json.tree(answer))))
                .isEqualTo(Json.compact(Json.exactPart(Json.tree(WorkedExamples.decision(name)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    @DisplayName("has its members in the contract's order and no white space")
    void form(String name) {
        HttpResponse<byte[]> answer = service.decide(WorkedExamples.request(name));
        JsonNode decision = Json.tree(answer);
        assertThat(text(answer)).isEqualTo(Json.compact(decision));
        assertThat(Json.names(decision)).isEqualTo(DECISION);
        assertThat(Json.names(decision.path("ruleset"))).containsExactly("id", "version");
        assertMembers(decision.path("determinations"), DETERMINATION);
        assertMembers(decision.path("obligations"), OBLIGATION);
        assertMembers(decision.path("alerts"), ALERT);
    }

    private static void assertMembers(JsonNode answers, List<String> members) {
        for (JsonNode answer : answers) {
            assertThat(Json.names(answer)).isEqualTo(members);
            assertThat(Json.names(answer.path("subject"))).containsExactly("type", "id");
        }
    }

    @Test
    @DisplayName("names the ruleset it was made by")
    void ruleset() {
        JsonNode ruleset = Json.tree(service.decide("{}")).path("ruleset");
        assertThat(ruleset.path("id").asString()).isEqualTo("jinniu-key-projects");
        assertThat(ruleset.path("version").asString()).isEqualTo(ShippedRules.RULESET.version());
    }

    @Test
    @DisplayName("has an id of its own, later ones sorting later")
    void ids() {
        Set<String> seen = new HashSet<>();
        String before = "";
        for (int i = 0; i < 20; i++) {
            String id = Json.tree(service.decide("{}")).path("decisionId").asString();
            assertThat(id).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
            assertThat(id).isGreaterThan(before);
            assertThat(seen.add(id)).isTrue();
            before = id;
        }
    }

    @Test
    @DisplayName("is the same bytes each time, but for its id")
    void sameBytes() {
        String request = WorkedExamples.request("02-mixed");
        assertThat(withoutId(service.decide(request))).isEqualTo(withoutId(service.decide(request)));
    }

    private static String withoutId(HttpResponse<byte[]> answer) {
        return text(answer).replaceFirst("\"decisionId\":\"[^\"]*\"", "");
    }

    @ParameterizedTest(name = "Accept-Language: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | zh",
                "zh | zh",
                "en | en",
                "en-GB | en",
                "EN-us,zh;q=0.9 | en",
                "zh-CN,zh;q=0.9,en;q=0.8 | zh",
                "zh;q=0.4,en;q=0.5 | en",
                "fr,en;q=0.3 | en",
                "en;q=0 | zh",
                "*,en;q=0.1 | zh",
                "fr | zh",
                "en_US@!;;q=x | zh"
            })
    @DisplayName("speaks Chinese unless English is preferred")
    void language(String accepted, String spoken) {
        HttpResponse<byte[]> answer =
                service.decide(WorkedExamples.request("13-district-only"), "Accept-Language", accepted);
        assertThat(header(answer, "Content-Language")).isEqualTo(spoken);
        assertThat(header(answer, "Vary")).containsIgnoringCase("Accept-Language");
        String message =
                Json.tree(answer).path("obligations").path(0).path("message").asString();
        if (spoken.equals("zh")) {
            assertThat(message).containsPattern("\\p{IsHan}");
        } else {
            assertThat(message).containsPattern("[a-z]{3}").doesNotContainPattern("\\p{IsHan}");
        }
    }

    @ParameterizedTest(name = "Accept: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*",
                "application/json",
                "application/*",
                "application/json, application/problem+json",
                "text/html, */*;q=0.1"
            })
    @DisplayName("is given to whoever takes JSON")
    void accept(String accepted) {
        assertThat(service.decide("{}", "Accept", accepted).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "Content-Type: {0}")
    @CsvSource(
            delimiter = '|',
            value = {"application/json;charset=utf-8", "application/json; charset=\"UTF-8\"", "Application/JSON"})
    @DisplayName("is given for JSON in UTF-8, however that is said")
    void contentType(String type) {
        assertThat(service.post(type, "{}".getBytes(StandardCharsets.UTF_8), "Content-Encoding", "identity")
                        .statusCode())
                .isEqualTo(200);
    }
}
