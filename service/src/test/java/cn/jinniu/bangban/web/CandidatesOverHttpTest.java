package cn.jinniu.bangban.web;

import static cn.jinniu.bangban.web.RunningService.header;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.candidate.Zips;
import cn.jinniu.bangban.live.SmallRules;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("Rules that somebody proposes")
class CandidatesOverHttpTest {
    private static final String EDITED = "rules/5-safeguards/5.1-edited.drl";

    @TempDir
    static Path parent;

    private static SmallRules rules;
    private static RunningService service;

    @BeforeAll
    static void start() {
        rules = new SmallRules(parent);
        service = RunningService.with(
                "--bangban.rules=" + rules.folder,
                "--bangban.scenarios=" + rules.scenarios,
                "--bangban.reload.interval=0",
                "--bangban.max-candidate-size=100KB");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** The folder in force, packed. */
    private static Map<String, byte[]> packed() {
        try {
            RulesetSource source = RulesetSource.read(rules.folder);
            Map<String, byte[]> files = new LinkedHashMap<>();
            source.paths().forEach(path -> files.put("rules/" + path, source.bytes(path)));
            return files;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] edited(String days) {
        Map<String, byte[]> files = packed();
        files.put(EDITED, SmallRules.rule(days).getBytes(StandardCharsets.UTF_8));
        return Zips.of(files);
    }

    private static HttpResponse<byte[]> propose(byte[] zip, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/zip";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return service.send("POST", "/v1/ruleset/candidates", BodyPublishers.ofByteArray(zip), all);
    }

    private static JsonNode judged(byte[] zip) {
        String before = version();
        HttpResponse<byte[]> answer = propose(zip);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(version()).as("what is in force").isEqualTo(before);
        return Json.tree(answer);
    }

    private static String version() {
        return Json.tree(service.get("/v1/ruleset")).path("version").asString();
    }

    @Test
    @DisplayName("are told which decisions they would change, by duty, unit and clause, and by which rule")
    void changes() {
        JsonNode verdict = judged(edited("9"));
        assertThat(verdict.path("usable").asBoolean()).isTrue();
        assertThat(verdict.path("version").asString()).isNotEqualTo(version());
        assertThat(verdict.path("problems")).isEmpty();
        assertThat(verdict.path("trial").path("scenarios").asInt()).isEqualTo(1);
        assertThat(verdict.at("/trial/differing/0/scenario").asString()).isEqualTo("edited.yaml");
        JsonNode impact = verdict.path("impact");
        assertThat(impact.path("inForce").asString()).isEqualTo(version());
        assertThat(impact.at("/summary/requests").asInt()).isEqualTo(1);
        assertThat(impact.at("/summary/changed").asInt()).isEqualTo(1);
        assertThat(impact.at("/summary/byCode/0/counts/dueMoved").asInt()).isEqualTo(1);
        assertThat(impact.at("/summary/byUnit/0/unit").asString()).isEqualTo("service-room");
        assertThat(impact.at("/summary/byClause/0/clause").asString()).isEqualTo("5.1");
        JsonNode change = impact.at("/changed/0/changes/0");
        assertThat(change.at("/fields/0/before").asString()).isEqualTo("2026-01-02");
        assertThat(change.at("/fields/0/after").asString()).isEqualTo("2026-01-10");
        assertThat(change.at("/after/file").asString()).isEqualTo("5-safeguards/5.1-edited.drl");
        assertThat(impact.path("unlisted").asInt()).isZero();
    }

    @Test
    @DisplayName("that are those in force change nothing")
    void same() {
        JsonNode verdict = judged(Zips.of(packed()));
        assertThat(verdict.path("usable").asBoolean()).isTrue();
        assertThat(verdict.path("version").asString()).isEqualTo(version());
        assertThat(verdict.at("/impact/summary/changed").asInt()).isZero();
        assertThat(verdict.at("/impact/changed")).isEmpty();
    }

    @Test
    @DisplayName("that cannot be used get every problem, with its place")
    void problems() {
        Map<String, byte[]> files = packed();
        files.put(EDITED, SmallRules.rule("nonsense").getBytes(StandardCharsets.UTF_8));
        files.put("rules/sectors.csv", "nonsense".getBytes(StandardCharsets.UTF_8));
        JsonNode verdict = judged(Zips.of(files));
        assertThat(verdict.path("usable").asBoolean()).isFalse();
        assertThat(verdict.path("problems").findValuesAsString("file"))
                .contains("5-safeguards/5.1-edited.drl", "sectors.csv");
        assertThat(verdict.at("/problems/0/message/zh").asString()).isNotBlank();
        assertThat(verdict.path("impact").isNull()).isTrue();
    }

    @Test
    @DisplayName("are refused when a rule fails on a scenario, as the rules folder would be")
    void failing() {
        JsonNode verdict = judged(edited("1 / ( asOf.getYear() - 2026 )"));
        assertThat(verdict.path("usable").asBoolean()).isFalse();
        assertThat(verdict.at("/problems/0/message/en").asString()).contains("could not be carried out");
    }

    @Test
    @DisplayName("may bring scenarios, which take the place of their namesakes")
    void scenarios() throws IOException {
        Map<String, byte[]> files = packed();
        files.put(EDITED, SmallRules.rule("9").getBytes(StandardCharsets.UTF_8));
        String scenario = Files.readString(rules.scenarios.resolve("edited.yaml"));
        files.put(
                "test-data/edited.yaml",
                scenario.replace("2026-01-02", "2026-01-10").getBytes(StandardCharsets.UTF_8));
        files.put("test-data/another.yaml", scenario.getBytes(StandardCharsets.UTF_8));
        files.put("test-data/broken.yaml", "title".getBytes(StandardCharsets.UTF_8));
        JsonNode verdict = judged(Zips.of(files));
        assertThat(verdict.at("/trial/scenarios").asInt()).isEqualTo(2);
        assertThat(verdict.at("/trial/differing").findValuesAsString("scenario"))
                .containsExactly("another.yaml");
        assertThat(verdict.at("/trial/problems/0/file").asString()).isEqualTo("broken.yaml");
        assertThat(verdict.at("/impact/changed").findValuesAsString("source"))
                .containsExactly("another.yaml", "edited.yaml");
    }

    @Test
    @DisplayName("that are no archive, too large or of another type get a problem")
    void refused() {
        HttpResponse<byte[]> none = propose("rules".getBytes(StandardCharsets.UTF_8), "Accept-Language", "en");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(header(none, "Content-Type")).isEqualTo(RunningService.PROBLEM);
        assertThat(Json.tree(none).path("type").asString()).isEqualTo("urn:bangban:problem:candidate-unreadable");
        assertThat(Json.tree(none).path("detail").asString()).contains("no zip archive");
        assertThat(propose(new byte[200_000]).statusCode()).isEqualTo(413);
        assertThat(service.send(
                                "POST",
                                "/v1/ruleset/candidates",
                                BodyPublishers.ofString("{}"),
                                "Content-Type",
                                "application/json")
                        .statusCode())
                .isEqualTo(415);
        assertThat(service.send(
                                "POST",
                                "/v1/ruleset/candidates?dry=1",
                                BodyPublishers.ofByteArray(edited("2")),
                                "Content-Type",
                                "application/zip")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("are judged one at a time: who comes meanwhile is told to come again")
    void oneAtATime() throws Exception {
        byte[] none = "rules".getBytes(StandardCharsets.UTF_8);
        RawCall first = slow();
        try {
            HttpResponse<byte[]> other = propose(none, "Accept-Language", "en");
            while (other.statusCode() == 422) { // until the slow one has come in
                if (first.answered()) { // it came while the other was being judged, and was itself turned away
                    first.close();
                    first = slow();
                }
                other = propose(none, "Accept-Language", "en");
            }
            assertThat(other.statusCode()).isEqualTo(429);
            assertThat(header(other, "Retry-After")).isEqualTo("5");
            assertThat(Json.tree(other).path("type").asString()).isEqualTo("urn:bangban:problem:candidate-busy");
            assertThat(first.send("les").head()).startsWith("http/1.1 422");
        } finally {
            first.close();
        }
        assertThat(propose(none).statusCode()).isEqualTo(422);
    }

    /** Proposes an archive of which the last bytes are owed. */
    private static RawCall slow() throws IOException {
        return new RawCall(service)
                .send("POST /v1/ruleset/candidates HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/zip\r\nContent-Length: 5\r\n\r\nru");
    }
}
