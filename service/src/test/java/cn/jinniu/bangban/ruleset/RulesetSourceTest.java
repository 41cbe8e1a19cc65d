package cn.jinniu.bangban.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A copy of the rules folder")
class RulesetSourceTest {
    private static RulesetSource of(String... pathsAndTexts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return RulesetSource.of(files);
    }

    @Nested
    @DisplayName("has a version that")
    class Version {
        private final String version = of("a.yaml", "1", "b/c.drl", "2").version();

        @Test
        @DisplayName("is 64 hexadecimal digits")
        void form() {
            assertThat(version).matches("[0-9a-f]{64}");
        }

        @Test
        @DisplayName("does not depend on the order files are found in")
        void order() {
            assertThat(of("b/c.drl", "2", "a.yaml", "1").version()).isEqualTo(version);
        }

        @Test
        @DisplayName("changes with a file's content, its name, its folder, and with a file more or less")
        void sensitive() {
            assertThat(of("a.yaml", "1", "b/c.drl", "3").version()).isNotEqualTo(version);
            assertThat(of("a.yaml", "1", "b/d.drl", "2").version()).isNotEqualTo(version);
            assertThat(of("a.yaml", "1", "c.drl", "2").version()).isNotEqualTo(version);
            assertThat(of("a.yaml", "1").version()).isNotEqualTo(version);
            assertThat(of("a.yaml", "1", "b/c.drl", "2", "d.csv", "").version()).isNotEqualTo(version);
        }

        @Test
        @DisplayName("does not run names and contents together")
        void boundaries() {
            assertThat(of("a.yaml", "12", "b.yaml", "").version())
                    .isNotEqualTo(of("a.yaml", "1", "b.yaml", "2").version());
        }

        @Test
        @DisplayName("does not change with explanations, hidden files and editors' backups")
        void otherFiles() {
            RulesetSource source = of(
                    "a.yaml",
                    "1",
                    "b/c.drl",
                    "2",
                    "README.md",
                    "x",
                    ".git/config.yaml",
                    "x",
                    "b/.c.drl.swp",
                    "x",
                    "a.yaml~",
                    "x",
                    "a.yaml.bak",
                    "x",
                    "b/a.drl.tmp",
                    "x",
                    "b/c.DRL.TMP",
                    "x",
                    "b/.c.drl.swx",
                    "x",
                    "c.drl.swo",
                    "x",
                    "b/4913",
                    "x",
                    "b/~$units.csv",
                    "x",
                    "b/#c.drl#",
                    "x",
                    "c.drl___jb_tmp___",
                    "x",
                    ".DS_Store",
                    "x",
                    "b/Thumbs.db",
                    "x");
            assertThat(source.version()).isEqualTo(version);
            assertThat(source.problems()).isEmpty();
            assertThat(source.paths()).containsExactly("a.yaml", "b/c.drl");
        }
    }

    @Test
    @DisplayName("is the same whether read from a folder or given as files")
    void fromFolder(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("3-条款/子目录"));
        Files.writeString(folder.resolve("3-条款/子目录/a.drl"), "rule");
        Files.writeString(folder.resolve("units.csv"), "id");
        Files.createDirectory(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/x.yaml"), "x");
        RulesetSource source = RulesetSource.read(folder);
        assertThat(source.paths()).containsExactly("3-条款/子目录/a.drl", "units.csv");
        assertThat(source.rulePaths()).containsExactly("3-条款/子目录/a.drl");
        assertThat(source.version())
                .isEqualTo(of("units.csv", "id", "3-条款/子目录/a.drl", "rule").version());
    }

    @Test
    @DisplayName("stays as it was when the files change")
    void isACopy(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("units.csv"), "before");
        RulesetSource source = RulesetSource.read(folder);
        Files.writeString(file, "after");
        assertThat(source.bytes("units.csv")).asString(StandardCharsets.UTF_8).isEqualTo("before");
    }

    @Test
    @DisplayName("names files that nobody reads, for they may be misspelt")
    void unknownFiles() {
        assertThat(of("a.yml", "", "b.DRL", "", "c.drools", "", "d.xlsx", "").problems())
                .allMatch(problem -> problem.message().en().startsWith("unknown file"))
                .extracting(RulesetProblem::file)
                .containsExactly("a.yml", "b.DRL", "c.drools", "d.xlsx");
    }

    @Test
    @DisplayName("refuses a file no rule file is as large as")
    void largeFile() {
        assertThat(RulesetSource.of(Map.of("a.drl", new byte[9 * 1024 * 1024])).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message().en()).contains("larger than 8 MiB"));
    }

    @Test
    @DisplayName("cannot be made of no folder")
    void noFolder(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> RulesetSource.read(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> RulesetSource.read(file)).isInstanceOf(NotDirectoryException.class);
    }

    @Nested
    @DisplayName("of a folder with links and other oddities")
    class Oddities {
        @TempDir
        Path folder;

        private RulesetSource read() throws IOException {
            return RulesetSource.read(folder.resolve("rules"));
        }

        private Path rules() throws IOException {
            return Files.createDirectories(folder.resolve("rules"));
        }

        @Test
        @DisplayName("follows links within the folder, and reads a folder that is a link itself")
        void within() throws IOException {
            Path release = Files.createDirectories(folder.resolve("release/.data"));
            Files.writeString(release.resolve("units.csv"), "id");
            Files.createSymbolicLink(folder.resolve("release/units.csv"), Path.of(".data", "units.csv"));
            Files.createSymbolicLink(folder.resolve("rules"), Path.of("release"));
            assertThat(read().problems()).isEmpty();
            assertThat(read().paths()).containsExactly("units.csv");
        }

        @Test
        @DisplayName("shows nothing that lies outside, be it a file or a folder that is linked to")
        void outside() throws IOException {
            Path secret = Files.writeString(folder.resolve("secret"), "password");
            Files.createSymbolicLink(rules().resolve("a.drl"), secret);
            Files.createSymbolicLink(rules().resolve("b"), Files.createDirectory(folder.resolve("other")));
            assertThat(read().paths()).isEmpty();
            assertThat(read().problems())
                    .allMatch(problem -> problem.message().en().contains("leads out of the rules folder"))
                    .extracting(RulesetProblem::file)
                    .containsExactlyInAnyOrder("a.drl", "b");
        }

        @Test
        @DisplayName("names links that lead nowhere or back")
        void broken() throws IOException {
            Files.createSymbolicLink(rules().resolve("a.drl"), Path.of("nothing"));
            Files.createSymbolicLink(rules().resolve("b"), rules());
            assertThat(read().problems())
                    .extracting(
                            problem -> problem.file() + ": " + problem.message().en())
                    .containsExactlyInAnyOrder(
                            "a.drl: the link leads nowhere; delete or mend it",
                            "b: the link leads back to a folder it is in; delete it");
        }

        @Test
        @DisplayName("stops at more than a folder of rules can hold")
        void large() throws IOException {
            for (int i = 0; i < 5; i++) {
                Files.write(rules().resolve("a" + i + ".csv"), new byte[8 * 1024 * 1024]);
            }
            assertThat(read().problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.message().en()).contains("32 MiB together"));
        }
    }
}
