package cn.jinniu.bangban.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.ruleset.Parameter;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("Readers see of the ruleset over HTTP")
class ReadersOverHttpTest {
    private final RunningService service = RunningService.shared();

    private JsonNode get(String path) {
        HttpResponse<byte[]> answer = service.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(RunningService.header(answer, "Content-Type")).isEqualTo("application/json");
        return Json.tree(answer);
    }

    @Test
    @DisplayName("its id and version, when it was loaded, and how many rules carry out each clause")
    void ruleset() {
        JsonNode ruleset = get("/v1/ruleset");
        assertThat(ruleset.path("id").asString()).isEqualTo(ShippedRules.RULESET.id());
        assertThat(ruleset.path("version").asString()).isEqualTo(ShippedRules.RULESET.version());
        OffsetDateTime loadedAt = OffsetDateTime.parse(ruleset.path("loadedAt").asString());
        assertThat(loadedAt.getOffset()).isEqualTo(ZoneOffset.ofHours(8));
        assertThat(ruleset.path("rules").asInt())
                .isEqualTo(ShippedRules.RULESET.rules().size());
        int sum = 0;
        for (JsonNode rules : ruleset.path("rulesPerClause")) {
            sum += rules.asInt();
        }
        assertThat(sum).isEqualTo(ruleset.path("rules").asInt());
        assertThat(ruleset.path("rulesPerClause").path("3.5.3").asInt()).isPositive();
    }

    @Test
    @DisplayName("every clause, with its rules or the reason why there are none")
    void clauses() {
        JsonNode clauses = get("/v1/clauses");
        assertThat(clauses.findValuesAsString("number"))
                .containsExactlyElementsOf(ShippedRules.RULESET.data().clauses().numbers());
        for (JsonNode clause : clauses) {
            assertThat(clause.path("title").path("zh").asString()).isNotBlank();
            assertThat(clause.path("summary").path("en").asString()).isNotBlank();
            assertThat(clause.path("reason").isNull())
                    .isEqualTo(clause.path("decidable").asBoolean());
            assertThat(clause.path("rules").isEmpty())
                    .isNotEqualTo(clause.path("decidable").asBoolean());
        }
    }

    @Test
    @DisplayName("parameters, with the value of the day asked for and the history")
    void parameters() {
        for (Parameter parameter :
                ShippedRules.RULESET.data().parameters().all().values()) {
            LocalDate since =
                    parameter.values().get(parameter.values().size() - 1).from();
            JsonNode shown = null;
            for (JsonNode each : get("/v1/parameters?asOf=" + since)) {
                shown = each.path("key").asString().equals(parameter.key()) ? each : shown;
            }
            assertThat(shown).isNotNull();
            assertThat(shown.path("current").path("from").asString()).isEqualTo(since.toString());
            assertThat(shown.path("history").size())
                    .isEqualTo(parameter.values().size());
            assertThat(shown.path("source").path("en").asString())
                    .isEqualTo(
                            parameter.clause() == null ? "not stated by the scheme" : "clause " + parameter.clause());
        }
        assertThat(get("/v1/parameters").size())
                .isEqualTo(ShippedRules.RULESET.data().parameters().all().size());
    }

    @Test
    @DisplayName("no parameters of a day that no request may name")
    void parametersOfNoDay() {
        for (String day : List.of("1999-12-31", "2101-01-01", "%2B999999999-12-31")) {
            HttpResponse<byte[]> answer = service.get("/v1/parameters?asOf=" + day);
            assertThat(answer.statusCode()).as(day).isEqualTo(400);
            assertThat(Json.tree(answer).path("detail").asString()).contains("asOf", "2000-01-01", "2100-12-31");
        }
    }

    @Test
    @DisplayName("units with their kinds and names")
    void units() {
        JsonNode units = get("/v1/units");
        assertThat(units.findValuesAsString("id"))
                .containsExactlyElementsOf(
                        ShippedRules.RULESET.data().directory().units().keySet());
        assertThat(units.findValuesAsString("kind"))
                .contains("DEPARTMENT", "FUNCTIONAL_ZONE", "SUBDISTRICT", "ENTERPRISE", "OFFICE");
    }

    @Test
    @DisplayName("sectors with their departments")
    void sectors() {
        JsonNode sectors = get("/v1/sectors");
        assertThat(sectors.findValuesAsString("sector"))
                .containsExactlyElementsOf(ShippedRules.RULESET.data().sectors().words());
        for (JsonNode sector : sectors) {
            assertThat(sector.path("departments").isEmpty()).isFalse();
        }
    }
}
