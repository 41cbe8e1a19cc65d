package cn.jinniu.bangban.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.live.SmallRules;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A management side with a port of its own")
class ManagementPortTest {
    @TempDir
    static Path parent;

    private static RunningService service;
    private static SmallRules rules;

    @BeforeAll
    static void start() {
        rules = new SmallRules(parent);
        service = RunningService.with(
                "--management.server.port=0",
                "--server.address=0.0.0.0",
                "--bangban.rules=" + rules.folder,
                "--bangban.scenarios=" + rules.scenarios,
                "--bangban.reload.interval=0");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<byte[]> management(String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + service.setting("local.management.port") + path))
                .method(method, BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }

    @Test
    @DisplayName("takes the order to reload, which the port of the case systems does not")
    void reload() throws Exception {
        assertThat(service.send("POST", "/v1/ruleset/reload", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(404);
        assertThat(service.send("POST", "/v1/ruleset/candidates", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(404);
        assertThat(management("POST", "/v1/ruleset/candidates").statusCode()).isEqualTo(415);
        rules.edit("5");
        HttpResponse<byte[]> answer = management("POST", "/v1/ruleset/reload");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.tree(answer).path("outcome").asString()).isEqualTo("PUBLISHED");
        assertThat(Json.tree(answer).path("ruleset")).isEqualTo(Json.tree(service.get("/v1/ruleset")));
        assertThat(management("POST", "/v1/ruleset/reload?force=true").statusCode())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("has health and metrics, and decides nothing")
    void others() throws Exception {
        assertThat(management("GET", "/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(management("GET", "/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(service.get("/actuator/prometheus").statusCode()).isEqualTo(404);
        HttpResponse<byte[]> decisions = management("POST", "/v1/decisions");
        assertThat(decisions.statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("is not described where it is not")
    void description() {
        assertThat(Json.tree(service.get("/v3/api-docs")).path("paths").propertyNames())
                .contains("/v1/ruleset")
                .doesNotContain("/v1/ruleset/reload", "/v1/ruleset/candidates");
    }
}
