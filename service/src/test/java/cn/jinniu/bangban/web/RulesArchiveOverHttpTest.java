package cn.jinniu.bangban.web;

import static cn.jinniu.bangban.web.RunningService.header;
import static cn.jinniu.bangban.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.live.SmallRules;
import cn.jinniu.bangban.log.archive.RulesetZip;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("The archive of rulesets")
class RulesArchiveOverHttpTest {
    @TempDir
    Path parent;

    @Test
    @DisplayName("tells when each was in force and who loaded it, and hands out its files and what changed")
    void archive() {
        SmallRules rules = new SmallRules(parent);
        try (RunningService service = RunningService.with(
                "--bangban.log=" + parent.resolve("log"),
                "--bangban.rules=" + rules.folder,
                "--bangban.scenarios=" + rules.scenarios,
                "--bangban.reload.interval=0",
                "--bangban.reload.settle=1ms")) {
            String first = version(service);
            rules.edit("30");
            assertThat(service.send("POST", "/v1/ruleset/reload", BodyPublishers.noBody())
                            .statusCode())
                    .isEqualTo(200);
            String second = version(service);
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
                HttpResponse<byte[]> answer = service.get("/v1/rulesets");
                return answer.statusCode() == 200 && Json.tree(answer).size() == 2;
            });
            JsonNode all = Json.tree(service.get("/v1/rulesets"));
            JsonNode now = all.path(0);
            JsonNode before = all.path(1);
            assertThat(now.path("version").asString()).isEqualTo(second);
            assertThat(before.path("version").asString()).isEqualTo(first);
            assertThat(now.at("/inForce/0/to").isNull()).isTrue();
            assertThat(before.at("/inForce/0/to")).isEqualTo(now.at("/inForce/0/from"));
            assertThat(now.at("/inForce/0/loadedBy").asString()).contains("serve");
            assertThat(now.at("/inForce/0/loadedFrom").asString()).isEqualTo(rules.folder.toString());

            HttpResponse<byte[]> zip = service.get("/v1/rulesets/" + first);
            assertThat(header(zip, "Content-Type")).isEqualTo("application/zip");
            assertThat(header(zip, "Content-Disposition")).contains("rules-" + first + ".zip");
            assertThat(RulesetZip.source(zip.body()).version()).isEqualTo(first);

            String diff = text(service.get("/v1/rulesets/" + first + "/diff/" + second));
            assertThat(diff.lines().filter(line -> line.startsWith("+") || line.startsWith("-")))
                    .hasSize(4)
                    .anyMatch(line -> line.startsWith("--- a/"))
                    .anyMatch(line -> line.startsWith("+++ b/"))
                    .anyMatch(line -> line.startsWith("+") && line.contains("30"));
            assertThat(service.get("/v1/rulesets/" + first + "/diff/" + first).body())
                    .isEmpty();
            HttpResponse<byte[]> none = service.get("/v1/rulesets/" + first + "/diff/nope");
            assertThat(none.statusCode()).isEqualTo(404);
            assertThat(text(none)).contains("urn:bangban:problem:no-ruleset-version", "nope");
        }
    }

    private static String version(RunningService service) {
        return Json.tree(service.get("/v1/ruleset")).path("version").asString();
    }
}
