package cn.jinniu.bangban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

@DisplayName("bangban replay")
class ReplayCommandTest {
    private static final String RULES = "--rules=../rules";
    private static final String GOOD = """
            title: 没有事实，就没有义务
            titleEn: Without facts there are no obligations
            clauses: [3.1]
            request: {asOf: 2026-05-20}
            expect: {others: none}
            """;
    private static final String DIFFERING = """
            title: 区财政局报送进度
            titleEn: The finance bureau reports
            clauses: [4.2]
            request:
              asOf: 2026-02-13
              projects:
                - id: JN-1
                  listings: [{level: DISTRICT, year: 2026, issuedOn: 2026-02-11}]
                  functionalZone: jinniu-hightech-zone
                  landMode: NONE
            expect:
              obligations:
                - {code: ASSIGN_COMMISSIONER, status: OVERDUE}
              others: allowed
            """;

    @TempDir
    Path folder;

    @Test
    @DisplayName("says how many came out as expected")
    void good() throws IOException {
        Files.writeString(folder.resolve("good.yaml"), GOOD);
        Run run = Run.of("replay", RULES, "--lang=en", folder.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.outLines()).containsExactly("1 scenarios replayed: 1 as expected, 0 with differences");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    @DisplayName("shows each difference field by field, in the order of the files")
    void differing() throws IOException {
        Files.writeString(folder.resolve("b.yaml"), DIFFERING);
        Files.writeString(folder.resolve("a.yaml"), DIFFERING.replace("OVERDUE", "STANDING"));
        Files.writeString(folder.resolve("c.yaml"), GOOD);
        Run run = Run.of("replay", RULES, folder.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.outLines())
                .containsExactly(
                        folder + "/a.yaml: 区财政局报送进度",
                        "  第 13 行：义务 ASSIGN_COMMISSIONER:jinniu-hightech-zone:project:JN-1 与预期不同",
                        "      status：预期 STANDING → 实际 PENDING",
                        "",
                        folder + "/b.yaml: 区财政局报送进度",
                        "  第 13 行：义务 ASSIGN_COMMISSIONER:jinniu-hightech-zone:project:JN-1 与预期不同",
                        "      status：预期 OVERDUE → 实际 PENDING",
                        "",
                        "重放 3 个场景：1 个符合预期，2 个有差别");
    }

    @Test
    @DisplayName("lists everything wrong with all broken files, and replays none")
    void broken() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), GOOD.replace("title:", "titel:"));
        Files.writeString(folder.resolve("b.yaml"), GOOD.replace("others: none", "others: some"));
        Files.writeString(folder.resolve("c.yaml"), GOOD);
        Run run = Run.of("replay", RULES, "--lang=en", folder.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines())
                .anySatisfy(line -> assertThat(line).startsWith(folder + "/a.yaml:1:1: "))
                .anySatisfy(line -> assertThat(line).startsWith(folder + "/b.yaml:5:18: "));
    }

    @Test
    @DisplayName("replays single files, and refuses a folder without scenarios or a file that is not there")
    void places() throws IOException {
        Path good = Files.writeString(folder.resolve("good.yaml"), GOOD);
        assertThat(Run.of("replay", RULES, good.toString()).exitCode()).isZero();
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(Run.of("replay", RULES, "--lang=en", empty.toString()))
                .isEqualTo(new Run(2, "", "no scenarios (.yaml files) were found" + System.lineSeparator()));
        Run missing = Run.of("replay", RULES, "--lang=en", "nowhere.yaml");
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.errLines()).containsExactly("cannot read the scenarios nowhere.yaml (it does not exist)");
    }

    @Test
    @DisplayName("writes a report that build servers can read")
    void junit() throws Exception {
        Files.writeString(folder.resolve("a.yaml"), DIFFERING.replace("The finance", "The <finance> & co"));
        Files.writeString(folder.resolve("b.yaml"), GOOD);
        Path report = folder.resolve("report.xml");
        assertThat(Run.of(
                                "replay",
                                RULES,
                                "--junit",
                                report.toString(),
                                folder.resolve("a.yaml").toString(),
                                folder.resolve("b.yaml").toString())
                        .exitCode())
                .isEqualTo(1);
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getDocumentElement();
        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        Element first = (Element) suite.getElementsByTagName("testcase").item(0);
        assertThat(first.getAttribute("name")).isEqualTo("The <finance> & co bureau reports");
        assertThat(first.getAttribute("file")).isEqualTo(folder + "/a.yaml");
        assertThat(first.getElementsByTagName("failure").item(0).getTextContent())
                .contains("line 13: ", "status: expected OVERDUE → actual PENDING");
        Element second = (Element) suite.getElementsByTagName("testcase").item(1);
        assertThat(second.getElementsByTagName("failure").getLength()).isZero();
    }
}
