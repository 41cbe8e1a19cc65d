package cn.jinniu.bangban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The command line")
class BangbanCommandTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"serve", "decide", "replay", "check"})
    @DisplayName("explains each command in both languages:")
    void help(String command) {
        assertThat(Run.of("--help").out()).contains("\n  " + command);
        Run help = Run.of(command, "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Usage: bangban " + command, "显示帮助", "Show this help");
        assertThat(help.err()).isEmpty();
    }

    @Test
    @DisplayName("says its version")
    void version() {
        assertThat(Run.of("--version").out()).startsWith("bangban ");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "decid",
                "decide --lang=fr",
                "decide --as-of=2026-02-30",
                "decide --format=xml",
                "check --frob"
            })
    @DisplayName("refuses what it does not know, in few words:")
    void misuse(String line) {
        Run run = Run.of(
                Stream.of(line.split(" ")).filter(word -> !word.isEmpty()).toArray(String[]::new));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines()).hasSizeBetween(2, 4).noneMatch(text -> text.startsWith("\tat "));
        assertThat(run.err()).contains("--help");
    }

    @Nested
    @DisplayName("check")
    class Check {
        @TempDir
        Path folder;

        @Test
        @DisplayName("sums up a folder that can be used")
        void usable() {
            Run run = Run.of("check", "--lang=en", "../rules");
            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .matches(
                            "../rules can be used: \\d+ rules, \\d+ clauses, \\d+ parameters, version [0-9a-f]{64}\\R");
            assertThat(run.err()).isEmpty();
        }

        @Test
        @DisplayName("shows each problem of one that cannot, with its place")
        void problems() throws IOException {
            copyRules();
            Path sectors = folder.resolve("sectors.csv");
            Files.writeString(sectors, Files.readString(sectors) + "NEW_SECTOR,no-such-bureau\n");
            int line = Files.readAllLines(sectors).size();
            Run run = Run.of("check", "--lang=en", folder.toString());
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.outLines())
                    .hasSizeGreaterThanOrEqualTo(2)
                    .anyMatch(text -> text.matches(Pattern.quote(sectors + ":" + line + ":") + "\\d+: .+"));
            assertThat(run.outLines().get(run.outLines().size() - 1)).startsWith(folder + " has ");
        }

        private void copyRules() throws IOException {
            Path rules = Path.of("..", "rules");
            try (Stream<Path> files = Files.walk(rules)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = folder.resolve(rules.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }

        @Test
        @DisplayName("says that there is no such folder")
        void missing() {
            Run run = Run.of("check", "--lang=en", "nowhere");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.errLines())
                    .containsExactly("cannot read the rules folder nowhere (it does not exist); name it with --rules");
        }
    }
}
