package cn.jinniu.bangban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesFolder;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("check shows what is wrong with rules")
class CheckCommandTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String WRONG = "5-safeguards/5.1-错.drl";

    @TempDir
    Path temporary;

    private final RulesFolder rules = new RulesFolder();
    private Path folder;

    @BeforeEach
    void folder() {
        folder = temporary.resolve("rules");
    }

    private Run check(String... options) throws IOException {
        rules.writeTo(folder);
        String[] all = new String[options.length + 2];
        all[0] = "check";
        System.arraycopy(options, 0, all, 1, options.length);
        all[all.length - 1] = folder.toString();
        return Run.of(all);
    }

    private void wrong() {
        rules.with(WRONG, """
                rule "5.1 试 / try"
                    @clause("5.1")
                when
                    $p : Project( name == "金牛，基地", 	completedOn == "2026-01-01" )
                then
                end
                """);
    }

    private void suspicious() {
        rules.with(WRONG, """
                rule "5.1 试 / try"
                    @clause("5.1")
                when
                    $p : Project( $id : id )
                    Approval( completedOn == null )
                then
                    insert( new ProjectEnterprise( null, units.unit( "service-room" ) ) );
                end
                """);
    }

    @Test
    @DisplayName("with the line, and marks below what is meant, though Chinese characters are wide")
    void marked() throws IOException {
        wrong();
        Run run = check();
        assertThat(run.exitCode()).isEqualTo(1);
        List<String> lines = run.outLines();
        assertThat(lines.get(0)).startsWith(folder + "/" + WRONG + ":4:37: 错误 [unlike-types] “completedOn”是日期");
        assertThat(lines.get(1))
                .isEqualTo("    4 |     $p : Project( name == \"金牛，基地\",     completedOn == \"2026-01-01\" )");
        // Five wide characters before it take ten places.
        assertThat(lines.get(2)).isEqualTo("      | " + " ".repeat(44) + "^".repeat(27));
        assertThat(lines.get(lines.size() - 1)).isEqualTo("规则目录 " + folder + " 有 1 处错误，不能使用");
    }

    @Test
    @DisplayName("in English where asked")
    void english() throws IOException {
        wrong();
        assertThat(check("--lang", "en").outLines().get(0))
                .startsWith(folder + "/" + WRONG + ":4:37: error [unlike-types] «completedOn» is a date");
    }

    private List<String> errors() throws IOException {
        return check("--lang", "en").outLines().stream()
                .filter(line -> line.contains(": error ["))
                .map(line -> line.substring(folder.toString().length() + 1))
                .toList();
    }

    @Test
    @DisplayName("once: what rules name in a plain file that cannot be read is not unknown for that")
    void noAftermath() throws IOException {
        String parameters = rules.text("parameters.yaml");
        String catalogue = rules.text("catalogue.yaml");
        int colon = catalogue.indexOf("nameZh: ");
        rules.with("catalogue.yaml", catalogue.replaceFirst("nameZh: ", "nameZh："));
        assertThat(errors())
                .singleElement()
                .asString()
                .startsWith("catalogue.yaml:"
                        + (catalogue.substring(0, colon).lines().count()) + ":")
                .contains("full-width colon");
        rules.with("catalogue.yaml", catalogue)
                .with("parameters.yaml", parameters.replaceFirst("type: working-days\n", "type: work-days\n"));
        assertThat(errors())
                .singleElement()
                .asString()
                .startsWith("parameters.yaml:")
                .contains("work-days");
        rules.without("parameters.yaml");
        Files.delete(folder.resolve("parameters.yaml"));
        assertThat(errors()).singleElement().asString().contains("parameters.yaml is missing");
    }

    @Test
    @DisplayName("without showing the noise that another encoding makes of a line")
    void noNoise() throws IOException {
        rules.with(WRONG, "rule \"5.1 试 / try\"".getBytes(Charset.forName("GB18030")));
        List<String> lines = check().outLines();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains(WRONG + ":1:1: 错误 [").contains("UTF-8");
    }

    @Test
    @DisplayName("naming the full-width commas of a table's head")
    void wideCommas() throws IOException {
        rules.with("sectors.csv", rules.text("sectors.csv").replace(',', '，'));
        assertThat(errors()).first().asString().startsWith("sectors.csv:").contains("half-width commas");
    }

    @Test
    @DisplayName("telling warnings from errors; --strict lets warnings fail")
    void strict() throws IOException {
        suspicious();
        Run run = check("--lang", "en");
        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines().get(0)).contains(WRONG + ":5:5: warning [unjoined] ");
        assertThat(run.outLines().get(run.outLines().size() - 1)).contains("can be used, with 1 warning: ");
        assertThat(check("--strict").exitCode()).isEqualTo(1);
    }

    @Test
    @DisplayName("a rule that no scenario fires, where there are scenarios")
    void scenarios() throws IOException {
        rules.with(WRONG, """
                rule "5.1 试 / try"
                    @clause("5.1")
                when
                    Project( id == "no such project" )
                then
                    insert( new ProjectEnterprise( null, units.unit( "service-room" ) ) );
                end
                """);
        assertThat(check("--strict").exitCode()).isZero();
        Run run = check("--scenarios", "../test-data/4-member-units", "--format", "json");
        JsonNode problems = JSON.readTree(run.out()).get("problems");
        assertThat(problems).allMatch(problem -> problem.get("rule").asString().equals("no-scenario"));
        assertThat(problems)
                .anyMatch(problem -> problem.get("file").asString().endsWith(WRONG)
                        && problem.get("line").asInt() == 1);
    }

    @Test
    @DisplayName("a rule that never ends on scenarios, and not that the others do not fire there")
    void runaway() throws IOException {
        rules.with(WRONG, """
                rule "5.1 没完没了 / endless"
                    @clause("5.1")
                when
                    Project()
                then
                    while (true) { }
                end
                """);
        Run run = check("--scenarios", "../test-data/4-member-units", "--format", "json");
        JsonNode problems = JSON.readTree(run.out()).get("problems");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).get("rule").asString()).isEqualTo("fails-on-scenario");
        assertThat(problems.get(0).at("/message/zh").asString()).contains("5.1 没完没了", "循环次数过多");
    }

    @Test
    @DisplayName("as JSON, in both languages")
    void json() throws IOException {
        wrong();
        Run run = check("--format", "json");
        JsonNode all = JSON.readTree(run.out());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(all.get("usable").asBoolean()).isFalse();
        assertThat(all.get("errors").asInt()).isEqualTo(1);
        JsonNode problem = all.get("problems").get(0);
        assertThat(problem.get("rule").asString()).isEqualTo("unlike-types");
        assertThat(problem.get("severity").asString()).isEqualTo("error");
        assertThat(problem.get("line").asInt()).isEqualTo(4);
        assertThat(problem.get("column").asInt()).isEqualTo(37);
        assertThat(problem.get("endColumn").asInt()).isEqualTo(64);
        assertThat(problem.get("message").get("zh").asString()).contains("日期");
        assertThat(problem.get("message").get("en").asString()).contains("date");
        assertThat(problem.get("text").asString()).contains("completedOn");
    }

    @Test
    @DisplayName("as SARIF that its official schema allows, be there errors, warnings or nothing")
    void sarif() throws IOException {
        assertThat(violations(check("--format", "sarif").out())).isEmpty();
        wrong();
        rules.appending("sectors.csv", "NEW_SECTOR,no-such-bureau\n")
                .with("stray file.txt", "x".getBytes(StandardCharsets.UTF_8));
        Run run = check("--format", "sarif", "--lang", "en");
        assertThat(violations(run.out())).isEmpty();
        JsonNode log = JSON.readTree(run.out()).get("runs").get(0);
        assertThat(log.get("tool").get("driver").get("rules")).hasSize(ProblemKind.values().length);
        assertThat(log.get("results")).hasSizeGreaterThan(2).anySatisfy(result -> {
            assertThat(result.get("ruleId").asString()).isEqualTo("unlike-types");
            assertThat(result.get("level").asString()).isEqualTo("error");
            JsonNode place = result.get("locations").get(0).get("physicalLocation");
            assertThat(place.get("artifactLocation").get("uri").asString()).isEqualTo("5-safeguards/5.1-%E9%94%99.drl");
            assertThat(place.get("region").get("startLine").asInt()).isEqualTo(4);
            assertThat(place.get("region").get("startColumn").asInt()).isEqualTo(37);
            assertThat(place.get("region").get("endColumn").asInt()).isEqualTo(64);
        });
    }

    private static List<String> violations(String sarif) throws IOException {
        try (InputStream in = CheckCommandTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
            return schema.validate(sarif, InputFormat.JSON).stream()
                    .map(Object::toString)
                    .toList();
        }
    }

    @Test
    @DisplayName("of kinds that rules/README.md lists, each with its severity")
    void documented() throws IOException {
        String readme = Files.readString(Path.of("..", "rules", "README.md"));
        for (ProblemKind kind : ProblemKind.values()) {
            String severity = kind.severity() == ProblemKind.Severity.ERROR ? "错误" : "警告";
            assertThat(readme)
                    .contains("| `" + kind.word() + "` | " + severity + " | "
                            + kind.title().zh() + " | " + kind.title().en() + " |");
        }
    }
}
