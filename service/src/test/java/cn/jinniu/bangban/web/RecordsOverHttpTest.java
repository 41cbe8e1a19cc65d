package cn.jinniu.bangban.web;

import static cn.jinniu.bangban.web.RunningService.header;
import static cn.jinniu.bangban.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@DisplayName("The records of decisions")
class RecordsOverHttpTest {
    private static final String REQUEST = "{\"asOf\": \"2026-03-26\",\r\n"
            + "  \"projects\":[{\"id\":\"%s\", \"name\":\"=cmd|' /C calc'!A0\", \"functionalZone\":\"jinniu-hightech-zone\","
            + "\"listings\":[{\"level\":\"DISTRICT\",\"year\":2026,\"issuedOn\":\"2026-02-10\"}],"
            + "\"landContractSignedOn\":\"2026-03-02\"}]}";

    @TempDir
    static Path temporary;

    private static RunningService service;
    private static final List<String> IDS = new ArrayList<>();

    @BeforeAll
    static void start() {
        service = RunningService.with(
                "--bangban.log=" + temporary.resolve("log"), "--bangban.privacy.mask[0]=/projects/*/name");
        awaitDatabase(service);
        for (int i = 0; i < 7; i++) {
            IDS.add(decide(service, "P-" + i % 3, "sys" + i % 2));
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void awaitDatabase(RunningService one) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(text(one.get("/v1/decisions"))).contains("\"decisions\""));
    }

    private static String decide(RunningService one, String project, String caller) {
        HttpResponse<byte[]> answer = one.decide(String.format(REQUEST, project), "X-Client-Id", caller);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.tree(answer).path("decisionId").asString();
    }

    private static List<String> found(String query) {
        HttpResponse<byte[]> answer = service.get("/v1/decisions" + query);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        return ids(Json.tree(answer));
    }

    private static List<String> ids(JsonNode page) {
        return Json.elements(page.path("decisions")).stream()
                .map(one -> one.path("id").asString())
                .toList();
    }

    private static List<String> newestFirst(int... which) {
        List<String> ids = new ArrayList<>();
        for (int one : which) {
            ids.add(IDS.get(one));
        }
        return ids;
    }

    @Test
    @DisplayName("show what was received and answered, as it was, at once")
    void record() {
        HttpResponse<byte[]> decided = service.decide(String.format(REQUEST, "P-record"), "X-Client-Id", "records");
        String id = Json.tree(decided).path("decisionId").asString();
        HttpResponse<byte[]> answer = service.get("/v1/decisions/" + id);
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode record = Json.tree(answer);
        assertThat(text(answer))
                .contains("\"request\":" + String.format(REQUEST, "P-record").replace("\r\n", "  "))
                .contains("\"decision\":" + text(decided));
        assertThat(record.at("/caller/name").asString()).isEqualTo("records");
        assertThat(record.at("/caller/knownBy").asString()).isEqualTo("CLIENT_ID");
        assertThat(record.path("ruleset")).isEqualTo(Json.tree(decided).at("/ruleset/version"));
        assertThat(record.path("time").asString()).endsWith("+08:00");
        assertThat(record.at("/entry/chain").asString()).isEqualTo("replica-1");
        assertThat(record.path("bodies").asString()).isEqualTo("WHOLE");
        assertThat(found("?caller=records")).containsExactly(id);
    }

    @Test
    @DisplayName("name a caller in Chinese as it was sent, and are found by it")
    void callerInChinese() throws IOException {
        String body = String.format(REQUEST, "P-chinese");
        try (RawCall call = new RawCall(service)) {
            call.send("POST /v1/decisions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Type: application/json\r\nX-Client-Id: 区住建和交通局\r\nContent-Length: "
                    + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
            assertThat(call.rest()).contains("P-chinese");
        }
        String query = "?caller=" + URLEncoder.encode("区住建和交通局", StandardCharsets.UTF_8);
        assertThat(found(query)).hasSize(1);
        assertThat(text(service.get("/v1/decisions" + query))).contains("\"name\":\"区住建和交通局\"");
    }

    @Test
    @DisplayName("are found by everything they say, together, the newest first")
    void finding() {
        assertThat(found("?project=P-1")).containsExactlyElementsOf(newestFirst(4, 1));
        assertThat(found("?project=P-0&caller=sys0")).containsExactlyElementsOf(newestFirst(6, 0));
        assertThat(found("?project=P-0&caller=sys0&from=2000-01-01&to=2001-01-01"))
                .isEmpty();
        assertThat(found("?project=P-0&to=2001-01-01")).isEmpty();
        assertThat(found("?project=P-0&from=2001-01-01")).hasSize(3);
        JsonNode decision =
                Json.tree(service.get("/v1/decisions/" + IDS.get(0))).path("decision");
        JsonNode late = Json.elements(decision.path("obligations")).stream()
                .filter(one -> one.path("status").asString().equals("OVERDUE"))
                .findFirst()
                .orElseThrow();
        String same = "?project=P-0&bearer=" + late.path("bearer").asString() + "&clause="
                + late.path("clause").asString();
        assertThat(found(same + "&status=OVERDUE&code=" + late.path("code").asString()))
                .hasSize(3);
        assertThat(found(same + "&status=SUSPENDED")).isEmpty();
        assertThat(found("?project=P-0&ruleset="
                        + decision.at("/ruleset/version").asString()))
                .hasSize(3);
        assertThat(found("?project=P-0&ruleset=0")).isEmpty();
        String alert = decision.at("/alerts/0/code").asString();
        assertThat(found("?project=P-2&code=" + alert)).hasSize(2);
    }

    @Test
    @DisplayName("come in pages that together have each once, whatever is decided meanwhile")
    void pages() {
        List<String> before = found("?limit=200");
        Set<String> given = new HashSet<>();
        String next = "";
        while (next != null) {
            JsonNode page = Json.tree(service.get("/v1/decisions?limit=2" + next));
            ids(page).forEach(id -> assertThat(given.add(id)).isTrue());
            decide(service, "P-later", "later");
            next = page.path("next").isNull()
                    ? null
                    : "&cursor=" + page.path("next").asString();
        }
        assertThat(given).containsExactlyInAnyOrderElementsOf(before);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "?projekt=P-1, projekt",
        "?from=26.03.2026, from",
        "?from=2026-03-26&to=2026-03-25, to",
        "?status=overdue, status",
        "?limit=0, limit",
        "?limit=201, limit",
        "?limit=x, limit",
        "?cursor=abc, cursor",
        "/export?limit=5, limit"
    })
    @DisplayName("are not looked for by what is no condition")
    void parameters(String query, String named) {
        HttpResponse<byte[]> answer = service.get("/v1/decisions" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(text(answer)).contains("urn:bangban:problem:parameter", named);
    }

    @Test
    @DisplayName("that there are none of are said to be none")
    void none() {
        for (String id : List.of("nope", "00000000-0000-0000-0000-000000000000", "1-1-1-1-1")) {
            HttpResponse<byte[]> answer = service.get("/v1/decisions/" + id);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(text(answer)).contains("urn:bangban:problem:no-decision");
        }
    }

    @Test
    @DisplayName("are exported as a table that spreadsheets open and do not compute, without what is masked")
    void table() throws IOException {
        HttpResponse<byte[]> answer =
                service.get("/v1/decisions/export?project=P-1&status=OVERDUE", "Accept-Language", "en");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase("text/csv;charset=utf-8");
        assertThat(header(answer, "Content-Disposition")).contains("decisions.csv");
        assertThat(answer.body()).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(text(answer)).doesNotContain("calc").contains("***");
        List<CSVRecord> rows = CSVFormat.EXCEL
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text(answer).substring(1)))
                .getRecords();
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get("status")).isEqualTo("OVERDUE");
            assertThat(row.get("kind")).isEqualTo("obligation");
            assertThat(newestFirst(4, 1)).contains(row.get("decision"));
            assertThat(Integer.parseInt(row.get("daysLate"))).isPositive();
        });
        assertThat(text(service.get("/v1/decisions/export?project=P-1"))).contains("责任单位", "认定", "提醒");
    }

    @Test
    @DisplayName("are exported as lines, each a whole record without what is masked")
    void lines() {
        HttpResponse<byte[]> answer = service.get("/v1/decisions/export?project=P-2", "Accept", "application/x-ndjson");
        List<String> lines = text(answer).lines().toList();
        assertThat(lines.stream().map(line -> Json.tree(line).path("id").asString()))
                .containsExactlyElementsOf(newestFirst(5, 2));
        assertThat(lines).allSatisfy(line -> {
            assertThat(line).doesNotContain("calc");
            assertThat(Json.tree(line).at("/request/projects/0/name").asString())
                    .isEqualTo("***");
            assertThat(Json.tree(line).at("/request/projects/0/id").asString()).isEqualTo("P-2");
        });
    }

    @Test
    @DisplayName("of all replicas of a PostgreSQL database are found through each of them")
    void replicas() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            String log = "--bangban.log=" + postgres.getJdbcUrl("postgres", "postgres");
            try (RunningService one = RunningService.with(log);
                    RunningService other = RunningService.with(log)) {
                List<String> ids = new ArrayList<>();
                for (int i = 0; i < 6; i++) {
                    ids.add(0, decide(i % 2 == 0 ? one : other, "P-1", "a"));
                }
                for (RunningService each : List.of(one, other)) {
                    assertThat(ids(Json.tree(each.get("/v1/decisions?project=P-1"))))
                            .containsExactlyInAnyOrderElementsOf(ids);
                    assertThat(each.get("/v1/decisions/" + ids.get(0)).statusCode())
                            .isEqualTo(200);
                    assertThat(each.get("/v1/decisions/" + ids.get(1)).statusCode())
                            .isEqualTo(200);
                }
                JsonNode archive = Json.tree(one.get("/v1/rulesets"));
                assertThat(archive.size()).isEqualTo(1);
                assertThat(archive.path(0).path("inForce").findValuesAsString("replica"))
                        .containsExactlyInAnyOrder("replica-1", "replica-2");
            }
        }
    }

    @Test
    @DisplayName("are not there where no log is kept, and that is said")
    void off() {
        try (RunningService without = RunningService.with("--bangban.log=off")) {
            for (String path : List.of(
                    "/v1/decisions",
                    "/v1/decisions/" + IDS.get(0),
                    "/v1/decisions/export",
                    "/v1/rulesets",
                    "/v1/rulesets/0",
                    "/v1/rulesets/0/diff/1")) {
                HttpResponse<byte[]> answer = without.get(path);
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(text(answer)).contains("urn:bangban:problem:no-log", "bangban.log=off");
            }
        }
    }
}
