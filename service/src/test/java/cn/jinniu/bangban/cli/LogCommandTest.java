package cn.jinniu.bangban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Looking after the log on the command line")
class LogCommandTest {
    private static final String REQUEST = "../test-data/examples/01-two-key-projects-in-march.request.json";

    @TempDir
    Path temporary;

    private Path folder;

    private String log() {
        folder = temporary.resolve("log");
        return "--log=" + folder;
    }

    private void decide(int times) {
        for (int i = 0; i < times; i++) {
            Run run = Run.of("decide", REQUEST, "--rules=../rules", log());
            assertThat(run.err()).isEmpty();
            assertThat(run.exitCode()).isZero();
        }
    }

    private void sql(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + folder.resolve("log").toAbsolutePath(), "bangban", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    @DisplayName("decisions are recorded when asked, and a verification counts them; nothing is recorded otherwise")
    void recorded() {
        decide(2);
        assertThat(Run.of("decide", REQUEST, "--rules=../rules").exitCode()).isZero();
        Run run = Run.of("log", "verify", log(), "--lang=en");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("replica-1: up to entry 4", "4 entries verified", "as it was written");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    @DisplayName("a change is named, in words and as JSON")
    void changed() throws Exception {
        decide(2);
        sql("UPDATE entry SET caller = 'nobody' WHERE kind = 1");
        Run text = Run.of("log", "verify", log());
        assertThat(text.outLines().get(0)).startsWith("replica-1: 第 2 条的内容被改动");
        assertThat(text.exitCode()).isEqualTo(1);
        Run json = Run.of("log", "verify", log(), "--format=json", "--lang=en");
        JsonNode root = new JsonMapper().readTree(json.out());
        assertThat(root.path("asWritten").asBoolean()).isFalse();
        assertThat(root.path("findings").get(0).path("number").asInt()).isEqualTo(2);
        assertThat(root.path("findings").get(0).path("message").asString()).contains("content of entry 2");
        assertThat(json.exitCode()).isEqualTo(1);
    }

    @Test
    @DisplayName("a kept head shows that the end was cut off")
    void sealed() throws Exception {
        decide(2);
        Run seal = Run.of("log", "seal", log());
        assertThat(seal.exitCode()).isZero();
        Path head = Files.writeString(temporary.resolve("head.json"), seal.out());
        assertThat(Run.of("log", "verify", log(), "--head", head.toString()).exitCode())
                .isZero();
        sql("DELETE FROM entry WHERE place = (SELECT MAX(place) FROM entry)");
        Files.list(folder)
                .filter(file -> file.toString().endsWith(".log"))
                .forEach(file -> file.toFile().delete());
        assertThat(Run.of("log", "verify", log()).exitCode())
                .as("without the head")
                .isZero();
        Run cut = Run.of("log", "verify", log(), "--head", head.toString(), "--lang=en");
        assertThat(cut.out()).contains("entries 4 to 4 were cut off");
        assertThat(cut.exitCode()).isEqualTo(1);
        assertThat(Run.of("log", "seal", log(), "--format=text").out()).startsWith("operator 0 000000");
    }

    @Test
    @DisplayName("pruning needs a name and a reason, keeps rulesets, and verifies")
    void pruned() {
        decide(3);
        assertThat(Run.of("log", "prune", log(), "--before=2026-03-27").exitCode())
                .isEqualTo(2);
        assertThat(Run.of("log", "prune", log(), "--before=2099-01-01", "--by=a", "--reason=b")
                        .exitCode())
                .as("what is still to come")
                .isEqualTo(2);
        Run prune = Run.of("log", "prune", log(), "--before=2026-03-26", "--by=王芳", "--reason=保存期满");
        assertThat(prune.out()).startsWith("清理了 0 条");
        assertThat(prune.exitCode()).isZero();
    }

    @Test
    @DisplayName("what is no log is said to be none; a damaged one is a finding")
    void noLog() throws Exception {
        Run none = Run.of("log", "verify", "--log=" + temporary.resolve("none"), "--lang=en");
        assertThat(none.err()).contains("no decision log");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(temporary.resolve("none")).doesNotExist();
        assertThat(Run.of("log", "verify", "--log=off").exitCode()).isEqualTo(2);
        decide(1);
        Path file = folder.resolve("log.mv.db");
        Files.write(file, new byte[(int) Files.size(file)]);
        Run damaged = Run.of("log", "verify", log());
        assertThat(damaged.exitCode()).isEqualTo(1);
        assertThat(damaged.out()).doesNotContain("\tat ");
    }

    @Test
    @DisplayName("a new key can be had")
    void key() {
        Run one = Run.of("log", "key");
        assertThat(one.outLines()).singleElement().asString().hasSize(44);
        assertThat(Run.of("log", "key").out()).isNotEqualTo(one.out());
    }

    @Test
    @DisplayName("a command that is missing is asked for")
    void missing() {
        assertThat(Run.of("log").exitCode()).isEqualTo(2);
        assertThat(Run.of("log", "verify", "--help").out()).contains("--head", "退出码");
        assertThat(List.of("verify", "seal", "prune", "key"))
                .allSatisfy(name -> assertThat(Run.of("log", "--help").out()).contains(name));
    }
}
