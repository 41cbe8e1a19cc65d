package cn.jinniu.bangban.web;

import static cn.jinniu.bangban.web.RunningService.NDJSON;
import static cn.jinniu.bangban.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.desk.Answer;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.facts.Breakage;
import cn.jinniu.bangban.facts.FactErrorCode;
import cn.jinniu.bangban.reference.WorkedExamples;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@DisplayName("The description at /v3/api-docs")
class ApiDescriptionTest {
    private static final String HERE = "https://bangban.test/openapi.json";
    private static final String POST = "#/paths/~1v1~1decisions/post";

    private static RunningService service;
    private static JsonNode document;
    private static SchemaRegistry schemas;

    @BeforeAll
    static void read() {
        service = RunningService.shared();
        HttpResponse<byte[]> answer = service.get("/v3/api-docs");
        assertThat(answer.statusCode()).isEqualTo(200);
        document = Json.tree(answer);
        schemas = SchemaRegistry.withDefaultDialect(
                Dialects.getDraft202012(),
                builder -> builder.schemas(Map.of(HERE, text(answer)))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    private static Schema schema(String pointer) {
        return schemas.getSchema(SchemaLocation.of(HERE + pointer));
    }

    private static Schema component(String name) {
        return schema("#/components/schemas/" + name);
    }

    private static void assertFits(JsonNode value, Schema schema) {
        assertThat(schema.validate(value)).isEmpty();
    }

    static List<String> examples() {
        return WorkedExamples.names();
    }

    @Test
    @DisplayName("is OpenAPI 3.1: named, versioned, with operations that have ids and described answers")
    void form() {
        assertThat(document.path("openapi").asString()).startsWith("3.1.");
        assertThat(document.path("info").path("title").asString()).contains("帮办", "Bangban");
        assertThat(document.path("info").path("version").asString()).isNotBlank();
        assertThat(document.path("info").path("description").asString()).contains(ShippedRules.RULESET.version());
        assertThat(document.path("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/v1/decisions",
                        "/v1/decisions/{id}",
                        "/v1/decisions/export",
                        "/v1/forecasts",
                        "/v1/rulesets",
                        "/v1/rulesets/{version}",
                        "/v1/rulesets/{old}/diff/{young}",
                        "/v1/explanations",
                        "/v1/ruleset",
                        "/v1/ruleset/reload",
                        "/v1/ruleset/candidates",
                        "/v1/clauses",
                        "/v1/parameters",
                        "/v1/units",
                        "/v1/sectors");
        Set<String> ids = new HashSet<>();
        document.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    assertThat(ids.add(operation.path("operationId").asString()))
                            .isTrue();
                    assertThat(operation.path("summary").asString()).contains(" / ");
                    assertThat(operation.path("responses").isEmpty()).isFalse();
                    operation.path("responses").forEach(response -> {
                        assertThat(response.path("description").asString()).isNotBlank();
                        assertThat(response.path("content").isEmpty()).isFalse();
                    });
                }));
    }

    @Test
    @DisplayName("is an OpenAPI 3.1 document by the schema that is published of such documents")
    void published() {
        Schema documents = SchemaRegistry.withDefaultDialect(
                        Dialects.getDraft202012(),
                        builder -> builder.schemaIdResolvers(
                                ids -> ids.mapPrefix("https://spec.openapis.org", "classpath:spec.openapis.org")))
                .getSchema(SchemaLocation.of("https://spec.openapis.org/oas/3.1/schema-base/2022-10-07"));
        assertFits(document, documents);
        for (String wrong : List.of(
                document.toString().replace("\"summary\":", "\"sumary\":"),
                document.toString().replace("\"in\":\"query\"", "\"in\":\"the query\""),
                document.toString().replace("\"type\":\"string\"", "\"type\":\"text\""))) {
            assertThat(documents.validate(Json.tree(wrong)))
                    .as("what is wrong in it")
                    .isNotEmpty();
        }
    }

    @Test
    @DisplayName("fits what forecasts answer")
    void forecasts() {
        HttpResponse<byte[]> answer = service.send(
                "POST",
                "/v1/forecasts?until=2026-07-10",
                BodyPublishers.ofString(document.at(
                                "/paths/~1v1~1forecasts/post/requestBody/content/application~1json/examples/request/value")
                        .toString()),
                "Content-Type",
                "application/json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.tree(answer).get("days").size()).isGreaterThan(3);
        assertFits(Json.tree(answer), component("Forecast"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "?code=NO_COMMISSIONER&subject=project:JN-2026-017", "?code=KEY_PROJECT"})
    @DisplayName("fits what explanations answer")
    void explanations(String query) {
        HttpResponse<byte[]> answer = service.send(
                "POST",
                "/v1/explanations" + query,
                BodyPublishers.ofString(WorkedExamples.request("01-two-key-projects-in-march")),
                "Content-Type",
                "application/json");
        assertThat(answer.statusCode()).as(RunningService.text(answer)).isEqualTo(200);
        assertFits(Json.tree(answer), component("Explanation"));
    }

    @Test
    @DisplayName("refers only to what it has")
    void references() {
        List<JsonNode> references = document.findValues("$ref");
        assertThat(references).hasSizeGreaterThan(50);
        for (JsonNode reference : references) {
            assertThat(reference.asString()).startsWith("#/");
            assertThat(document.at(reference.asString().substring(1)).isObject())
                    .as(reference.asString())
                    .isTrue();
        }
    }

    @Test
    @DisplayName("holds schemas of JSON Schema 2020-12, each of which is used")
    void componentSchemas() {
        Schema metaschema = SchemaRegistry.withDefaultDialect(Dialects.getDraft202012())
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        Set<String> used = new HashSet<>();
        document.findValues("$ref").forEach(reference -> used.add(reference.asString()));
        JsonNode all = document.path("components").path("schemas");
        for (String name : Json.names(all)) {
            assertFits(all.path(name), metaschema);
            assertThat(used).contains("#/components/schemas/" + name);
        }
    }

    @Test
    @DisplayName("describes all that can come of a request for a decision")
    void decisionOperation() {
        JsonNode operation = document.at(POST.substring(1));
        assertThat(Json.names(operation.path("requestBody").path("content")))
                .containsExactlyInAnyOrder("application/json", NDJSON);
        assertThat(Json.names(operation.path("responses")))
                .containsExactly("200", "400", "405", "406", "413", "415", "422", "500", "503");
        assertThat(Json.names(operation.path("responses").path("200").path("content")))
                .containsExactlyInAnyOrder("application/json", NDJSON);
        for (String status : List.of("400", "405", "406", "413", "415", "422", "500", "503")) {
            assertThat(Json.names(operation.path("responses").path(status).path("content")))
                    .containsExactly(RunningService.PROBLEM);
        }
        assertThat(operation.path("parameters").findValuesAsString("name")).containsExactly("Accept-Language");
    }

    @Test
    @DisplayName("shows an example that is answered as it shows")
    void example() {
        JsonNode operation = document.at(POST.substring(1));
        JsonNode request = operation.at("/requestBody/content/application~1json/examples/request/value");
        JsonNode decision = operation.at("/responses/200/content/application~1json/examples/decision/value");
        assertFits(request, component("Request"));
        assertFits(decision, component("Decision"));
        assertThat(decision.path("obligations").isEmpty()).isFalse();
        assertThat(Json.compact(Json.exactPart(Json.tree(service.decide(Json.compact(request))))))
                .isEqualTo(Json.compact(Json.exactPart(decision)));
        assertFits(
                operation.at("/responses/422/content/application~1problem+json/examples/misspelt/value"),
                schema(POST + "/responses/422/content/application~1problem+json/schema"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    @DisplayName("fits the worked examples' requests and the decisions on them")
    void workedExample(String name) {
        String request = WorkedExamples.request(name);
        assertFits(Json.tree(request), component("Request"));
        assertFits(Json.tree(service.decide(request)), component("Decision"));
    }

    @Test
    @DisplayName("fits a request that names every field")
    void everyField() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/facts/every-field.request.json")) {
            String request = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            assertFits(Json.tree(request), component("Request"));
        }
    }

    @Test
    @DisplayName("fits the lines of a stream, answered or not")
    void lines() {
        Schema line = schema(POST + "/responses/200/content/application~1x-ndjson/schema");
        List<String> lines = text(service.post(NDJSON, "{}\n{\n[]\n{\"x\":1}\n".getBytes(StandardCharsets.UTF_8)))
                .lines()
                .toList();
        assertThat(lines).hasSize(4).allSatisfy(answer -> assertFits(Json.tree(answer), line));
    }

    @Test
    @DisplayName("fits problems")
    void problems() {
        List<HttpResponse<byte[]>> problems = List.of(
                service.decide("{"),
                service.get("/nope"),
                service.get("/v1/forecasts"),
                service.get("/v1/decisions/nope"),
                service.get("/v1/decisions?cursor=x"),
                service.get("/v1/rulesets/nope"),
                service.decide("{}", "Accept", "text/html"),
                service.post("text/plain", new byte[0]),
                service.decide("[]"),
                service.decide("{\"x\":1,\"projects\":[{}]}"),
                service.get("/v1/parameters?asOf=x"),
                service.send("TRACE", "/v1/units", BodyPublishers.noBody()));
        for (HttpResponse<byte[]> problem : problems) {
            assertThat(problem.statusCode()).isGreaterThanOrEqualTo(400);
            assertFits(Json.tree(problem), component("Problem"));
        }
        assertFits(
                Json.tree(service.decide("[]")),
                schema(POST + "/responses/422/content/application~1problem+json/schema"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/v1/ruleset", "/v1/clauses", "/v1/parameters", "/v1/units", "/v1/sectors"})
    @DisplayName("fits what the ruleset shows of itself")
    void readers(String path) {
        HttpResponse<byte[]> answer = service.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertFits(
                Json.tree(answer),
                schema("#/paths/" + path.replace("/", "~1") + "/get/responses/200/content/application~1json/schema"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "unknown field | {'sugar': 1}",
                "unknown field within | {'projects': [{'id': 'P-1', 'listing': []}]}",
                "unknown word | {'projects': [{'id': 'P-1', 'landMode': 'grant'}]}",
                "unknown sector | {'projects': [{'id': 'P-1', 'sector': 'CHEESE'}]}",
                "unknown unit | {'projects': [{'id': 'P-1', 'leadUnit': 'nobody'}]}",
                "unit of kind OFFICE | {'projects': [{'id': 'P-1', 'leadUnit': 'service-room'}]}",
                "unit of another kind | {'projects': [{'id': 'P-1', 'functionalZone': 'xihua-subdistrict'}]}",
                "required field missing | {'projects': [{}]}",
                "required field null | {'projects': [{'id': null}]}",
                "blank id | {'projects': [{'id': ' '}]}",
                "long id | {'projects': [{'id': 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'}]}",
                "no date | {'asOf': '26.03.2026'}",
                "no real date | {'asOf': '2026-02-30'}",
                "no month | {'reportingFrom': '2026-13'}",
                "another type | {'projects': {}}",
                "null in a list | {'projects': [null]}",
                "no code | {'projects': [{'id': 'P-1', 'code': '2601-510106'}]}",
                "number out of range | {'projects': [{'id': 'P-1', 'listings': [{'level': 'DISTRICT', 'year': 1999, 'issuedOn': '2026-02-11'}]}]}",
                "number as text | {'projects': [{'id': 'P-1', 'listings': [{'level': 'DISTRICT', 'year': '2026', 'issuedOn': '2026-02-11'}]}]}",
                "no object | []"
            })
    @DisplayName("does not fit what the service refuses")
    void refused(String what, String request) {
        String json = request.replace('\'', '"');
        assertThat(component("Request").validate(Json.tree(json))).as(what).isNotEmpty();
        assertThat(service.decide(json).statusCode()).isEqualTo(422);
    }

    @Test
    @DisplayName("fits whatever the service decides on, and nothing with an unknown field")
    void agreesWithTheReader() {
        DecisionDesk desk = new DecisionDesk(ShippedRules.RULESET);
        LocalDate today = LocalDate.of(2026, 3, 26);
        Random random = new Random(31);
        List<String> names = WorkedExamples.names();
        Schema request = component("Request");
        int decided = 0;
        int strangers = 0;
        for (int i = 0; i < 1_500; i++) {
            String json = Breakage.ofTokens(WorkedExamples.request(names.get(random.nextInt(names.size()))), random);
            Answer answer = desk.answer(json.getBytes(StandardCharsets.UTF_8), today);
            if (answer instanceof Answer.Decided) {
                decided++;
                assertThat(request.validate(Json.tree(json))).as(json).isEmpty();
            } else if (answer instanceof Answer.Refused refused) {
                List<FactErrorCode> codes = new ArrayList<>();
                refused.errors().forEach(error -> codes.add(error.code()));
                if (codes.contains(FactErrorCode.UNKNOWN_FIELD) && !codes.contains(FactErrorCode.DUPLICATE_FIELD)) {
                    strangers++;
                    assertThat(request.validate(Json.tree(json))).as(json).isNotEmpty();
                }
            }
        }
        assertThat(decided).isGreaterThan(100);
        assertThat(strangers).isGreaterThan(100);
    }
}
