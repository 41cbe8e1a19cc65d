package cn.jinniu.bangban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.log.record.Packing;
import cn.jinniu.bangban.log.store.LogLocation;
import cn.jinniu.bangban.replay.RecordedLog;
import cn.jinniu.bangban.ruleset.RulesetSource;
import cn.jinniu.bangban.text.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("bangban replay --log")
class LogReplayCommandTest {
    private static final String REQUEST =
            "{\"asOf\":\"2026-03-26\",\"projects\":[{\"id\":\"P-1\",\"name\":\"天回<b>产业园\","
                    + "\"listings\":[{\"level\":\"DISTRICT\",\"year\":2026,\"issuedOn\":\"2026-02-10\"}],"
                    + "\"functionalZone\":\"jinniu-hightech-zone\",\"landContractSignedOn\":\"2026-03-02\"}]}";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static String log;
    private static UUID changed;
    private static String lastDay;

    @BeforeAll
    static void record() throws Exception {
        log = "--log=" + shared.resolve("log");
        RulesetSource shipped = RulesetSource.read(Path.of("..", "rules"));
        try (RecordedLog recorded = new RecordedLog(new LogLocation.Folder(shared.resolve("log")))) {
            recorded.inForce(shipped);
            for (int i = 0; i < 3; i++) {
                recorded.decide(REQUEST, i == 0 ? Language.EN : Language.ZH);
                recorded.pass(Duration.ofDays(1));
            }
            var draft = recorded.decided(REQUEST, Language.ZH);
            String answer = new String(Packing.unpack(draft.answer()), StandardCharsets.UTF_8);
            changed = draft.id();
            recorded.record(
                    draft.id(),
                    shipped.version(),
                    REQUEST.getBytes(StandardCharsets.UTF_8),
                    answer.replace("\"daysLate\":21", "\"daysLate\":20").getBytes(StandardCharsets.UTF_8),
                    Language.ZH);
        }
        lastDay = "2026-03-29";
    }

    @Test
    @DisplayName("says that all came out byte for byte, and ends with 0")
    void equal() {
        Run run = Run.of("replay", log, "--to=2026-03-28", "--lang=en");
        assertThat(run.err()).isEmpty();
        assertThat(run.outLines().get(0))
                .isEqualTo("3 decisions were replayed (2026-03-26 09:00 to 2026-03-28 09:00, by 1 ruleset):"
                        + " 3 came out byte for byte as answered.");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    @DisplayName("shows what differs, writes findings and a JUnit report, and ends with 1")
    void findings() throws Exception {
        Path findings = folder.resolve("findings.ndjson");
        Path junit = folder.resolve("report.xml");
        Run run = Run.of("replay", log, "--findings=" + findings, "--junit=" + junit);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.outLines().get(0)).contains("重放 4 份决定", "其中 3 份与当时的答复逐字节相同", "1 份有问题");
        assertThat(run.out()).contains(changed.toString(), "daysLate", "当时 20", "重放 21");
        JsonNode finding = JSON.readTree(Files.readString(findings));
        assertThat(finding.get("kind").asString()).isEqualTo("DIFFERENT");
        assertThat(finding.get("id").asString()).isEqualTo(changed.toString());
        assertThat(finding.get("at").asString()).startsWith(lastDay);
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(junit.toFile())
                .getDocumentElement();
        assertThat(suite.getAttribute("tests")).isEqualTo("4");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(4);
        assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
                .contains("daysLate: answered 20 → comes out 21");
    }

    @Test
    @DisplayName("leaves names out of what it shows when asked to")
    void masked() {
        Run run = Run.of("replay", log, "--from=" + lastDay, "--mask=/projects/*/id", "--format=json");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("daysLate").doesNotContain("P-1");
    }

    @Test
    @DisplayName("writes an audit report that needs nothing from anywhere")
    void page() throws Exception {
        Path page = folder.resolve("audit.html");
        Run.of("replay", log, "--html=" + page, "--link=https://bangban.example/");
        String html = Files.readString(page);
        assertThat(html)
                .contains("决定日志审计报告", "2026-03-26 09:00")
                .contains("https://bangban.example/v1/decisions/" + changed)
                .contains("金牛高新技术产业园区", "3.4.1", "script-src 'sha256-")
                .doesNotContain("<b>产业园")
                .doesNotContainPattern("(?:src|href)=\"(?!#|https://bangban\\.example/)");
    }

    @Test
    @DisplayName("gives all numbers as JSON")
    void json() {
        Run run = Run.of("replay", log, "--format=json");
        JsonNode told = JSON.readTree(run.out());
        assertThat(told.get("replayed").asInt()).isEqualTo(4);
        assertThat(told.get("equal").asInt()).isEqualTo(3);
        assertThat(told.get("found")).hasSize(1);
        assertThat(told.get("days")).hasSize(4);
        assertThat(told.get("units").findValuesAsString("unit")).contains("jinniu-hightech-zone");
    }

    @Test
    @DisplayName("shows the impact of other rules on what was recorded")
    void otherRules() throws Exception {
        Path rules = folder.resolve("rules");
        copy(Path.of("..", "rules"), rules);
        Path parameters = rules.resolve("parameters.yaml");
        Files.writeString(
                parameters,
                Files.readString(parameters)
                        .replace("value: 3\n\narrange-commissioner-days", "value: 8\n\narrange-commissioner-days"));
        Path page = folder.resolve("impact.html");
        Run run = Run.of("replay", log, "--to=2026-03-28", "--rules=" + rules, "--html=" + page);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("3 份与当时的答复逐字节相同", "比较了 3 个请求的决定，其中 3 个有变化", "期限：2026-03-05 → 2026-03-12");
        assertThat(Files.readString(page)).contains("规则改动的影响", "ASSIGN_COMMISSIONER");
        Run same = Run.of("replay", log, "--to=2026-03-28", "--rules=../rules");
        assertThat(same.out()).contains("没有任何变化");
        assertThat(same.exitCode()).isZero();
    }

    private static void copy(Path from, Path to) throws Exception {
        try (var all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    @Test
    @DisplayName("refuses what makes no sense, and a log that is not there")
    void refused() {
        assertThat(Run.of("replay", "--from=2026-01-01", "--lang=en").err()).contains("--log");
        assertThat(Run.of("replay", log, "../test-data", "--lang=en").err()).contains("not replayed together");
        assertThat(Run.of("replay", log, "--from=2026-02-01", "--to=2026-01-01").err())
                .contains("--to 早于 --from");
        Run missing = Run.of("replay", "--log=" + folder.resolve("nowhere"), "--lang=en");
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("nowhere");
    }
}
