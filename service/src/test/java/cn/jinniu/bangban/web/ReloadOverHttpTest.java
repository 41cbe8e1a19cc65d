package cn.jinniu.bangban.web;

import static cn.jinniu.bangban.web.RunningService.header;
import static cn.jinniu.bangban.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.live.SmallRules;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("A service whose rules are edited while it runs")
class ReloadOverHttpTest {
    /** As many as a build can wait for; {@code -Dreloads=500} takes some minutes. */
    private static final int RELOADS = Integer.getInteger("reloads", 60);

    /** Less than a few dozen rulesets take that nobody lets go of; other tests leave things behind meanwhile. */
    private static final long MOST_GROWTH = 24 << 20;

    @TempDir
    Path parent;

    private SmallRules rules;
    private RunningService service;

    private void start(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--bangban.rules=" + rules.folder);
        all.add("--bangban.scenarios=" + rules.scenarios);
        all.add("--bangban.reload.interval=0");
        all.add("--bangban.reload.settle=1ms");
        service = RunningService.with(all.toArray(String[]::new));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private HttpResponse<byte[]> reload(String... headers) {
        return service.send("POST", "/v1/ruleset/reload", BodyPublishers.noBody(), headers);
    }

    private JsonNode ruleset() {
        HttpResponse<byte[]> answer = service.get("/v1/ruleset");
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.tree(answer);
    }

    private static String due(JsonNode decision) {
        return decision.path("obligations").path(0).path("due").asString();
    }

    private static String version(JsonNode decision) {
        return decision.path("ruleset").path("version").asString();
    }

    private JsonNode decide() {
        HttpResponse<byte[]> answer = service.decide(SmallRules.REQUEST);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.tree(answer);
    }

    private String metrics() {
        return text(service.get("/actuator/prometheus"));
    }

    @Test
    @DisplayName("decides by what was saved as soon as it is told to look, and names the new version")
    void published() {
        rules = new SmallRules(parent);
        start();
        JsonNode before = decide();
        rules.edit("30");
        HttpResponse<byte[]> answer = reload();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.tree(answer).path("outcome").asString()).isEqualTo("PUBLISHED");
        JsonNode after = decide();
        assertThat(due(before)).isEqualTo("2026-01-02");
        assertThat(due(after)).isEqualTo("2026-01-31");
        assertThat(version(after))
                .isNotEqualTo(version(before))
                .isEqualTo(ruleset().path("version").asString());
        assertThat(Json.tree(answer).path("ruleset")).isEqualTo(ruleset());
        assertThat(Json.tree(reload()).path("outcome").asString()).isEqualTo("UNCHANGED");
    }

    @Test
    @DisplayName("goes on by the last good rules after a bad edit, and says so to readers, in health and in metrics")
    void stale() {
        rules = new SmallRules(parent);
        start();
        JsonNode before = decide();
        assertThat(ruleset().path("state").asString()).isEqualTo("CURRENT");
        assertThat(ruleset().path("refused").isNull()).isTrue();
        rules.edit("nonsense");

        HttpResponse<byte[]> answer = reload("Accept-Language", "en");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(header(answer, "Content-Type")).isEqualTo(RunningService.PROBLEM);
        JsonNode problem = Json.tree(answer);
        assertThat(problem.path("instance").asString()).isEqualTo("/v1/ruleset/reload");
        assertThat(problem.path("ruleset")).isEqualTo(ruleset());
        assertThat(problem.path("type").asString()).isEqualTo("urn:bangban:problem:ruleset-refused");
        assertThat(problem.path("detail").asString()).contains("1 problem,");

        JsonNode stale = ruleset();
        assertThat(stale.path("state").asString()).isEqualTo("STALE");
        assertThat(stale.path("version").asString()).isEqualTo(version(before));
        assertThat(stale.path("since")).isEqualTo(stale.path("refused").path("since"));
        assertThat(stale.path("refused").path("version").asString()).matches("[0-9a-f]{64}");
        JsonNode wrong = stale.path("refused").path("problems").path(0);
        assertThat(wrong.path("file").asString()).isEqualTo("5-safeguards/5.1-edited.drl");
        assertThat(wrong.path("line").asInt()).isPositive();
        assertThat(wrong.path("message").path("zh").asString()).isNotBlank();
        assertThat(decide().path("obligations")).isEqualTo(before.path("obligations"));

        HttpResponse<byte[]> health = service.get("/actuator/health/readiness");
        assertThat(health.statusCode()).isEqualTo(200);
        JsonNode shown = Json.tree(health).path("components").path("ruleset").path("details");
        assertThat(shown.path("state").asString()).isEqualTo("STALE");
        assertThat(shown.path("problems").asInt()).isEqualTo(1);
        assertThat(metrics())
                .contains("bangban_ruleset_state{state=\"STALE\"} 1.0", "bangban_ruleset_state{state=\"CURRENT\"} 0.0")
                .contains("bangban_ruleset_problems 1.0")
                .contains("bangban_ruleset_reloads_seconds_count{outcome=\"refused\"} 1");

        rules.edit("1");
        assertThat(reload().statusCode()).isEqualTo(200);
        assertThat(ruleset().path("state").asString()).isEqualTo("CURRENT");
        assertThat(metrics()).contains("bangban_ruleset_state{state=\"CURRENT\"} 1.0", "bangban_ruleset_problems 0.0");
    }

    @Test
    @DisplayName("shows one version in its metrics, that of the ruleset in force")
    void info() {
        rules = new SmallRules(parent);
        start();
        rules.edit("3");
        reload();
        List<String> info = metrics()
                .lines()
                .filter(line -> line.startsWith("bangban_ruleset_info{"))
                .toList();
        assertThat(info)
                .singleElement()
                .asString()
                .contains(ruleset().path("version").asString());
    }

    @Test
    @DisplayName("starts without rules: it answers 503 and is not ready, and recovers when the rules are there")
    void failed() throws Exception {
        rules = new SmallRules(parent);
        rules.edit("nonsense");
        start();
        assertThat(ruleset().path("state").asString()).isEqualTo("FAILED");
        assertThat(ruleset().path("id").isNull()).isTrue();
        assertThat(ruleset()
                        .path("refused")
                        .path("problems")
                        .path(0)
                        .path("file")
                        .asString())
                .isEqualTo("5-safeguards/5.1-edited.drl");
        List<HttpResponse<byte[]>> refused = List.of(
                service.decide(SmallRules.REQUEST),
                service.post(RunningService.NDJSON, "{}\n{}\n".getBytes(StandardCharsets.UTF_8)),
                service.get("/v1/units"),
                service.get("/v1/clauses"));
        for (HttpResponse<byte[]> answer : refused) {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(header(answer, "Content-Type")).isEqualTo(RunningService.PROBLEM);
            assertThat(Json.tree(answer).path("type").asString()).isEqualTo("urn:bangban:problem:no-ruleset");
        }
        assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(service.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(metrics()).contains("bangban_ruleset_state{state=\"FAILED\"} 1.0");
        assertThat(reload().statusCode()).isEqualTo(409);

        rules.restore("1");
        assertThat(reload().statusCode()).isEqualTo(200);
        assertThat(due(decide())).isEqualTo("2026-01-02");
        assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    @Timeout(300) // only lest it hang
    @DisplayName("decides the lines of one stream by the ruleset in force when each is read, naming it")
    void stream() throws Exception {
        rules = new SmallRules(parent);
        start();
        try (RawCall call = RawCall.stream(service, RunningService.NDJSON)) {
            call.chunk(SmallRules.REQUEST + "\n").head();
            JsonNode first = Json.tree(call.bodyLine());
            rules.edit("10");
            reload();
            call.chunk(SmallRules.REQUEST + "\n" + SmallRules.REQUEST + "\n").lastChunk();
            JsonNode second = Json.tree(call.bodyLine());
            JsonNode third = Json.tree(call.bodyLine());
            assertThat(List.of(due(first), due(second), due(third)))
                    .containsExactly("2026-01-02", "2026-01-11", "2026-01-11");
            assertThat(version(first)).isNotEqualTo(version(second));
            assertThat(version(second)).isEqualTo(version(third));
        }
    }

    @Test
    @Timeout(900) // only lest it hang
    @DisplayName(
            "fails no request in many reloads, good ones and bad, decides each by one ruleset, and keeps neither thread nor memory")
    void underLoad() {
        rules = new SmallRules(parent);
        start();
        Map<String, String> dueOfVersion = new ConcurrentHashMap<>();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger decided = new AtomicInteger();
        List<CompletableFuture<Void>> callers = new ArrayList<>();
        int threadsBefore = 0;
        Held before = null;
        callers.add(CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                List<JsonNode> decisions = new ArrayList<>(text(service.post(
                                RunningService.NDJSON,
                                (SmallRules.REQUEST + "\n").repeat(5).getBytes(StandardCharsets.UTF_8)))
                        .lines()
                        .map(Json::tree)
                        .toList());
                decisions.add(decide());
                for (JsonNode decision : decisions) {
                    decided.incrementAndGet();
                    String other = dueOfVersion.putIfAbsent(version(decision), due(decision));
                    assertThat(other == null ? due(decision) : other).isEqualTo(due(decision));
                }
            }
        }));
        Map<String, String> expected = new HashMap<>();
        for (int i = 1; i <= RELOADS; i++) {
            boolean bad = i % 10 == 0;
            rules.edit(bad ? "nonsense" : Integer.toString(i % 7 + 1));
            HttpResponse<byte[]> answer = reload();
            assertThat(answer.statusCode()).isEqualTo(bad ? 409 : 200);
            if (!bad) {
                expected.put(Json.tree(answer).path("ruleset").path("version").asString(), "2026-01-0" + (i % 7 + 2));
            }
            if (i == RELOADS / 5) {
                before = Held.now();
                threadsBefore = ManagementFactory.getThreadMXBean().getThreadCount();
            }
        }
        over.set(true);
        callers.forEach(CompletableFuture::join);
        Held after = Held.now();
        assertThat(after.metaspace() - before.metaspace())
                .as("metaspace: %s, %s reloads later %s", before, RELOADS - RELOADS / 5, after)
                .isLessThan(MOST_GROWTH);
        assertThat(after.heap() - before.heap())
                .as("heap: %s, %s reloads later %s", before, RELOADS - RELOADS / 5, after)
                .isLessThan(MOST_GROWTH);
        assertThat(decided.get()).isGreaterThan(100);
        assertThat(expected).containsAllEntriesOf(new HashMap<>(without(dueOfVersion, expected)));
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(threadsBefore + 10);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("ruleset-maker");
    }

    /** Bytes that are held once what nobody needs was collected. */
    private record Held(long metaspace, long heap) {
        static Held now() {
            System.gc();
            System.gc(); // what the first only found unreachable
            long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getName().equals("Metaspace"))
                    .mapToLong(pool -> pool.getUsage().getUsed())
                    .sum();
            return new Held(
                    metaspace,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
    }

    /** What was decided by the rulesets that were edited; the first one's version was told nobody. */
    private static Map<String, String> without(Map<String, String> decided, Map<String, String> known) {
        Map<String, String> edited = new HashMap<>(decided);
        edited.keySet().retainAll(known.keySet());
        assertThat(edited).isNotEmpty();
        return edited;
    }
}
