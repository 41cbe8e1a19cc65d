package cn.jinniu.bangban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Exporting the log on the command line")
class LogExportCommandTest {
    private static final String NAME = "金牛高新园智能制造基地";
    private static final String REQUEST = "{\"asOf\":\"2026-03-26\",\"projects\":[{\"id\":\"%s\",\"name\":\"" + NAME
            + "\",\"functionalZone\":\"jinniu-hightech-zone\",\"landContractSignedOn\":\"2026-03-02\","
            + "\"listings\":[{\"level\":\"DISTRICT\",\"year\":2026,\"issuedOn\":\"2026-02-10\"}]}]}";

    @TempDir
    static Path temporary;

    private static String log;

    @BeforeAll
    static void decide() {
        log = "--log=" + temporary.resolve("log");
        for (String project : List.of("P-1", "P-2")) {
            Run run = Run.withInput(String.format(REQUEST, project), "decide", "-", "--rules=../rules", log);
            assertThat(run.err()).isEmpty();
            assertThat(run.exitCode()).isZero();
        }
    }

    @Test
    @DisplayName("writes a table of the answers that were asked for, and leaves out what is masked")
    void table() throws IOException {
        Path file = temporary.resolve("late.csv");
        Run run = Run.of(
                "log",
                "export",
                log,
                "--project=P-2",
                "--status=overdue",
                "--mask=/projects/*/name",
                "--output=" + file,
                "--lang=en");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(Files.readAllBytes(file)).startsWith(0xEF, 0xBB, 0xBF);
        List<String> lines = Files.readString(file).lines().toList();
        assertThat(lines.get(0)).startsWith("\uFEFFtime,decision,caller,asOf,kind,code,clause,bearer");
        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(lines.subList(1, lines.size()))
                .allSatisfy(line ->
                        assertThat(line).contains(",obligation,", ",OVERDUE,").doesNotContain(NAME))
                .anySatisfy(line -> assertThat(line).contains("P-2", "***"));
    }

    @Test
    @DisplayName("writes whole records, the newest first")
    void lines() {
        Run run = Run.of("log", "export", log, "--format=ndjson");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        List<JsonNode> records = run.outLines().stream()
                .map(line -> new JsonMapper().readTree(line))
                .toList();
        assertThat(records.stream()
                        .map(record -> record.at("/request/projects/0/id").asString()))
                .containsExactly("P-2", "P-1");
        assertThat(records.get(0).at("/request/projects/0/name").asString()).isEqualTo(NAME);
        assertThat(records.get(0).at("/decision/obligations").isEmpty()).isFalse();
    }

    @Test
    @DisplayName("says what is wrong with its options")
    void options() {
        Run order = Run.of("log", "export", log, "--from=2026-03-26", "--to=2026-03-25");
        assertThat(order.exitCode()).isEqualTo(2);
        assertThat(order.err()).contains("--to");
        assertThat(Run.of("log", "export", log, "--status=late").exitCode()).isEqualTo(2);
        assertThat(Run.of("log", "export", "--log=" + temporary.resolve("nowhere"))
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("finds the same after the index was made anew")
    void reindex() {
        Run before = Run.of("log", "export", log, "--project=P-1");
        assertThat(Run.of("log", "reindex", log).exitCode()).isZero();
        assertThat(Run.of("log", "export", log, "--project=P-1").out()).isEqualTo(before.out());
    }
}
