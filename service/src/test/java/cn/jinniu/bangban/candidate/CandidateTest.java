package cn.jinniu.bangban.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A candidate, from a zip archive")
class CandidateTest {
    private static Candidate read(String... namesAndTexts) throws Exception {
        return Candidate.of(Zips.of(namesAndTexts));
    }

    static Stream<String> wrappings() {
        return Stream.of("", "rules/", "规则修订稿/", "金牛/规则/rules/", "bangban-main/rules/");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrappings")
    @DisplayName("is the rules folder, whatever folder it was packed in")
    void wrapped(String folder) throws Exception {
        Candidate candidate = read(
                folder + "3.1-scope/",
                "",
                folder + "catalogue.yaml",
                "a",
                folder + "3.1-scope/3.1.drl",
                "b",
                folder + "README.md",
                "left aside");
        assertThat(candidate.rules().paths()).containsExactly("3.1-scope/3.1.drl", "catalogue.yaml");
        assertThat(candidate.rules().problems()).isEmpty();
        assertThat(candidate.scenarios()).isEmpty();
    }

    @Test
    @DisplayName("brings scenarios along where the archive holds a project")
    void project() throws Exception {
        Candidate candidate = read(
                "p/rules/catalogue.yaml", "a",
                "p/test-data/3.1-scope/x.yaml", "s",
                "p/pom.xml", "not rules",
                "__MACOSX/p/._rules", "nothing");
        assertThat(candidate.rules().paths()).containsExactly("catalogue.yaml");
        assertThat(candidate.rules().problems()).isEmpty();
        assertThat(candidate.scenarios().keySet()).containsExactly("3.1-scope/x.yaml");
    }

    @Test
    @DisplayName("may have names as Chinese Windows writes them, and its backslashes")
    void namesOfWindows() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("规则目录\\catalogue.yaml", new byte[] {1});
        files.put("规则目录\\3.1-范围\\3.1-范围.drl", new byte[] {2});
        Candidate candidate = Candidate.of(Zips.of(files, Charset.forName("GBK")));
        assertThat(candidate.rules().paths()).containsExactly("3.1-范围/3.1-范围.drl", "catalogue.yaml");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "../catalogue.yaml",
                "rules/../../catalogue.yaml",
                "/etc/catalogue.yaml",
                "C:\\rules\\catalogue.yaml",
                "rules\\..\\..\\catalogue.yaml",
                "rules//catalogue.yaml",
                "rules/./catalogue.yaml",
                "rules/a\nb.yaml"
            })
    @DisplayName("is refused when a name leads out of the archive or is none, and the name is said")
    void slips(String name) {
        assertThatThrownBy(() -> read("rules/catalogue.yaml", "a", name, "b"))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining(name.replaceAll("\\p{Cntrl}", "?"));
    }

    @Test
    @DisplayName("is refused when it unpacks to more than may be, however small it is packed")
    void bomb() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] zeros = new byte[16 << 20];
        for (int i = 0; i < 5; i++) {
            files.put("rules/" + i + ".csv", zeros);
        }
        byte[] zip = Zips.of(files);
        assertThat(zip).hasSizeLessThan(1 << 20);
        assertThatThrownBy(() -> Candidate.of(zip))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining("64 MiB");
    }

    @Test
    @DisplayName("is refused when it holds too many files, none, or one twice")
    void files() {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i <= 10_000; i++) {
            many.put("rules/" + i + ".csv", new byte[0]);
        }
        assertThatThrownBy(() -> Candidate.of(Zips.of(many)))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining("10000 files");
        assertThatThrownBy(() -> read("rules/", ""))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> read("rules/a.csv", "1", "rules\\a.csv", "2"))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining("two files called \"rules/a.csv\"");
    }

    @Test
    @DisplayName("is refused when it is no archive, cut off, or encrypted")
    void broken() {
        byte[] zip = Zips.of("rules/catalogue.yaml", "a".repeat(1000));
        byte[] encrypted = zip.clone();
        for (int i = 0; i + 4 < encrypted.length; i++) {
            if (encrypted[i] == 'P' && encrypted[i + 1] == 'K' && encrypted[i + 2] == 1 && encrypted[i + 3] == 2) {
                encrypted[i + 8] |= 1; // a flag of the directory entry
            }
        }
        for (byte[] bytes : new byte[][] {
            "rules".getBytes(StandardCharsets.UTF_8),
            new byte[0],
            java.util.Arrays.copyOf(zip, zip.length / 2),
            encrypted
        }) {
            assertThatThrownBy(() -> Candidate.of(bytes))
                    .isInstanceOf(ArchiveRefused.class)
                    .hasMessageContaining("no zip archive that can be read");
        }
    }
}
