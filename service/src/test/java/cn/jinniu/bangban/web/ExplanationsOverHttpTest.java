package cn.jinniu.bangban.web;

import static cn.jinniu.bangban.web.RunningService.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@DisplayName("POST /v1/explanations")
class ExplanationsOverHttpTest {
    private static final String REQUEST =
            "{\"asOf\":\"2026-03-26\",\"projects\":[{\"id\":\"P-7\",\"functionalZone\":\"jinniu-hightech-zone\","
                    + "\"majorInvestmentRecognisedOn\":\"2026-02-10\",\"landContractSignedOn\":\"2026-05-02\"}]}";

    private static HttpResponse<byte[]> ask(String query, String body, String language) {
        return RunningService.shared()
                .send(
                        "POST",
                        "/v1/explanations" + query,
                        BodyPublishers.ofString(body),
                        "Content-Type",
                        "application/json",
                        "Accept-Language",
                        language);
    }

    @Test
    @DisplayName("says why not, in the language asked for")
    void whyNot() {
        HttpResponse<byte[]> english = ask("?code=ASSIGN_COMMISSIONER&subject=project:P-7", REQUEST, "en");
        assertThat(english.statusCode()).isEqualTo(200);
        assertThat(header(english, "Content-Type")).startsWith("application/json");
        assertThat(header(english, "Content-Language")).isEqualTo("en");
        JsonNode answer = Json.tree(english);
        assertThat(answer.get("given").isEmpty()).isTrue();
        assertThat(answer.at("/notGiven/0/says").stringValue())
                .startsWith(
                        "`landContractSignedOn` of project P-7 is 2026-05-02, after the day decided for (2026-03-26)")
                .contains("so 3.4.0 (land granted: from the contract on) gives no commissioner's responsibility")
                .endsWith("so 3.4.1 (the functional zone assigns a commissioner) does not apply");
        JsonNode failing = answer.at("/notGiven/0/rules/0/failing/0/causes/0/failing/0");
        assertThat(failing.at("/met/0/origins/0/pointer").stringValue()).isEqualTo("/projects/0/landContractSignedOn");
        assertThat(failing.at("/met/0/origins/0/notYet").booleanValue()).isTrue();
        JsonNode chinese = Json.tree(ask("?code=ASSIGN_COMMISSIONER&subject=project:P-7", REQUEST, "zh"));
        assertThat(chinese.at("/notGiven/0/says").stringValue())
                .startsWith("项目 P-7 的 `landContractSignedOn` 为 2026-05-02，晚于决定日 2026-03-26");
    }

    @Test
    @DisplayName("says why, of the very answers a decision gives")
    void why() {
        JsonNode decision = Json.tree(RunningService.shared()
                .send(
                        "POST",
                        "/v1/decisions",
                        BodyPublishers.ofString(REQUEST),
                        "Content-Type",
                        "application/json",
                        "Accept-Language",
                        "en"));
        JsonNode explained = Json.tree(ask("", REQUEST, "en"));
        for (String kind : new String[] {"determination", "obligation", "alert"}) {
            var answers = explained
                    .get("given")
                    .valueStream()
                    .filter(given -> given.get("kind").stringValue().equals(kind))
                    .map(given -> given.get("answer"))
                    .toList();
            assertThat(answers).isNotEmpty().containsExactlyElementsOf(decision.get(kind + "s"));
        }
        JsonNode first = explained.at("/given/0");
        assertThat(first.at("/rule/file").stringValue()).endsWith(".drl");
        assertThat(first.at("/rule/line").intValue()).isPositive();
        assertThat(first.at("/clause/summary").stringValue()).isNotBlank();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "?code=ASIGN_COMMISSIONER&subject=project:P-7|code: there is no code \"ASIGN_COMMISSIONER\"; did you mean \"ASSIGN_COMMISSIONER\"?",
                "?code=ASSIGN_COMMISSIONER&subject=project:P-8|subject: there is no project \"P-8\"; did you mean \"P-7\"?",
                "?code=ASSIGN_COMMISSIONER&subject=projekt:P-7|subject: there is no subject type \"projekt\"; did you mean \"project\"?",
                "?code=ASSIGN_COMMISSIONER&subject=unit:health-bureau|subject: ASSIGN_COMMISSIONER is about project, not unit",
                "?code=ASSIGN_COMMISSIONER|code: no ASSIGN_COMMISSIONER was given; to ask why not, name a subject",
                "?obligation=ASSIGN_COMMISSIONER|obligation: \"ASSIGN_COMMISSIONER\" is no obligation's id",
                "?obligation=ASSIGN_COMMISSIONER:jinniu-hightech-zon:project:P-7|obligation: there is no unit \"jinniu-hightech-zon\"; did you mean \"jinniu-hightech-zone\"?",
                "?alert=OVERDUE:project:P-7|alert: there is no alert code \"OVERDUE\"",
                "?obligation=A&code=B|obligation: give one of obligation, alert, or code and subject",
                "?obligaton=A|obligaton: there is no such parameter"
            })
    @DisplayName("refuses what there is not, and names what is nearest")
    void wrong(String query, String detail) {
        HttpResponse<byte[]> answer = ask(query, REQUEST, "en");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(Json.tree(answer).get("detail").stringValue()).startsWith(detail);
    }

    @Test
    @DisplayName("says which bearer's obligation was given instead")
    void instead() {
        JsonNode answer =
                Json.tree(ask("?obligation=SUPERVISE_CONSTRUCTION:finance-bureau:project:P-7", REQUEST, "en"));
        assertThat(answer.at("/notGiven/0/instead/0").stringValue())
                .isEqualTo("SUPERVISE_CONSTRUCTION:development-reform-bureau:project:P-7");
    }

    @Test
    @DisplayName("refuses wrong facts with their pointers")
    void facts() {
        HttpResponse<byte[]> answer = ask("", REQUEST.replace("P-7", " "), "en");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Json.tree(answer).at("/errors/0/pointer").stringValue()).isEqualTo("/projects/0/id");
    }
}
