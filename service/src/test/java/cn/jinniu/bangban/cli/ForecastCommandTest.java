package cn.jinniu.bangban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("forecast")
class ForecastCommandTest {
    private static final String REQUEST =
            "{\"asOf\":\"2026-03-03\",\"projects\":[{\"id\":\"P-1\",\"functionalZone\":\"jinniu-hightech-zone\","
                    + "\"landContractSignedOn\":\"2026-03-02\",\"majorInvestmentRecognisedOn\":\"2026-02-10\"}]}";

    private static Run forecast(String request, String... more) {
        String[] args = new String[more.length + 5];
        String[] first = {"forecast", "--rules", "../rules", "--until", "2026-03-10"};
        System.arraycopy(first, 0, args, 0, first.length);
        System.arraycopy(more, 0, args, first.length, more.length);
        return Run.withInput(request, args);
    }

    @Test
    @DisplayName("writes a line of JSON, the same each time")
    void json() {
        Run run = forecast(REQUEST);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines()).hasSize(1);
        assertThat(run.out()).startsWith("{\"asOf\":\"2026-03-03\",\"until\":\"2026-03-10\",\"ruleset\":{");
        assertThat(forecast(REQUEST).out()).isEqualTo(run.out());
    }

    @Test
    @DisplayName("shows a table with names, before and after")
    void table() {
        Run run = forecast(REQUEST, "--format", "table", "--lang", "en");
        assertThat(run.out())
                .contains("From 2026-03-03 to 2026-03-10, if nothing else happens")
                .containsPattern("2026-03-06 +changed +Assign a commissioner +Jinniu High-Tech Industrial Park +P-1"
                        + " +2026-03-05 +pending → overdue");
    }

    @Test
    @DisplayName("writes a calendar, for one unit if asked")
    void calendar() {
        Run run = forecast(REQUEST, "--format", "ics", "--bearer", "jinniu-hightech-zone");
        assertThat(run.out()).startsWith("BEGIN:VCALENDAR\r\n").contains("NAME:帮办期限：金牛高新技术产业园区");
    }

    @Test
    @DisplayName("says what is wrong with a request or an option, and fails")
    void wrong() {
        Run misspelt = forecast("{\"asOff\":\"2026-03-03\"}", "--lang", "en");
        assertThat(misspelt.exitCode()).isEqualTo(2);
        assertThat(misspelt.err()).startsWith("-: /asOff: UNKNOWN_FIELD: ");
        Run early = forecast(REQUEST.replace("2026-03-03", "2026-03-11"), "--lang", "en");
        assertThat(early.exitCode()).isEqualTo(2);
        assertThat(early.err()).startsWith("-: until: 2026-03-10 is not within 400 days");
        assertThat(Run.of("forecast").err()).contains("--until");
    }
}
