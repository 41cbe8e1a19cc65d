package cn.jinniu.bangban.web;

import static cn.jinniu.bangban.web.RunningService.header;
import static cn.jinniu.bangban.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("POST /v1/forecasts")
class ForecastsOverHttpTest {
    private static final String REQUEST =
            "{\"asOf\":\"2026-03-03\",\"projects\":[{\"id\":\"P-1\",\"functionalZone\":\"jinniu-hightech-zone\","
                    + "\"landContractSignedOn\":\"2026-03-02\",\"majorInvestmentRecognisedOn\":\"2026-02-10\"}]}";

    private static HttpResponse<byte[]> ask(String query, String body, String accept) {
        return RunningService.shared()
                .send(
                        "POST",
                        "/v1/forecasts" + query,
                        BodyPublishers.ofString(body),
                        "Content-Type",
                        "application/json",
                        "Accept-Language",
                        "en",
                        "Accept",
                        accept);
    }

    @ParameterizedTest(name = "Accept: {0} gets {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*|application/json",
                "application/json|application/json",
                "text/calendar|text/calendar;charset=utf-8",
                "text/calendar, */*;q=0.1|text/calendar;charset=utf-8",
                "application/json;q=0.5, text/*|text/calendar;charset=utf-8",
                "application/*, text/calendar;q=0.9|application/json"
            })
    @DisplayName("gives JSON or a calendar, whichever is wanted more")
    void types(String accept, String type) {
        HttpResponse<byte[]> answer = ask("?until=2026-03-20", REQUEST, accept);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase(type);
        assertThat(header(answer, "Content-Language")).isEqualTo("en");
        assertThat(text(answer)).startsWith(type.startsWith("text") ? "BEGIN:VCALENDAR" : "{\"asOf\":\"2026-03-03\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''|until: it is missing",
                "?until=tomorrow|until: \"tomorrow\" is no date",
                "?until=2028-01-01|until: 2028-01-01 is not within 400 days",
                "?until=2026-03-20&bearer=nobody|bearer: there is no unit \"nobody\"",
                "?until=2026-03-20&barer=x|barer: there is no such parameter; known are bearer, until"
            })
    @DisplayName("refuses wrong parameters")
    void parameters(String query, String detail) {
        HttpResponse<byte[]> answer = ask(query, REQUEST, "*/*");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(Json.tree(answer).get("detail").stringValue()).startsWith(detail);
    }

    @Test
    @DisplayName("refuses wrong facts with their pointers, and formats it does not have")
    void problems() {
        HttpResponse<byte[]> wrong = ask("?until=2026-03-20", REQUEST.replace("P-1", " "), "text/calendar");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Json.tree(wrong).at("/errors/0/pointer").stringValue()).isEqualTo("/projects/0/id");
        assertThat(ask("?until=2026-03-20", REQUEST, "text/html").statusCode()).isEqualTo(406);
    }
}
