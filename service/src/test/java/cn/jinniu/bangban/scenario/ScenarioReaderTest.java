package cn.jinniu.bangban.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.engine.ShippedRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A scenario file")
class ScenarioReaderTest {
    private static final String HEAD = """
            title: 区清单列入即为重点项目
            titleEn: A listing makes a key project
            clauses: [3.1.1]
            """;
    private static final String REQUEST = "request: {asOf: 2026-03-26}\n";
    private static final String EXPECT = "expect: {others: none}\n";

    @TempDir
    Path temporary;

    private ScenarioFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new ScenarioFolder(temporary);
    }

    @Nested
    @DisplayName("is read with")
    class Reading {
        @Test
        @DisplayName("its titles, clauses, note and request")
        void everything() {
            Scenario scenario = folder.with("3.1-scope/a.yaml", """
                            # 审计人员写的说明
                            title: '2026年3月: 已列入'
                            titleEn: Listed in March 2026
                            clauses: [3.1.1, 3.4.0]
                            note: |
                              第一行
                              第二行
                            request:
                              asOf: 2026-03-26
                              projects:
                                - id: JN-1
                                  listings: [{level: DISTRICT, year: 2026, issuedOn: 2026-02-11}]
                            expect:
                              others: allowed
                              none: [{code: OUT_OF_SCOPE}]
                            """).scenario();
            assertThat(scenario.file()).endsWith("/3.1-scope/a.yaml");
            assertThat(scenario.title().zh()).isEqualTo("2026年3月: 已列入");
            assertThat(scenario.title().en()).isEqualTo("Listed in March 2026");
            assertThat(scenario.clauses()).containsExactly("3.1.1", "3.4.0");
            assertThat(scenario.note()).isEqualTo("第一行\n第二行");
            assertThat(new String(scenario.request(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"asOf\":\"2026-03-26\",\"projects\":[{\"id\":\"JN-1\",\"listings\":"
                            + "[{\"level\":\"DISTRICT\",\"year\":2026,\"issuedOn\":\"2026-02-11\"}]}]}");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "2026-03-25 | \"2026-03-25\"",
                    "2026-03    | \"2026-03\"",
                    "2026       | 2026",
                    "-3         | -3",
                    "'2026'     | \"2026\"",
                    "\"5\"      | \"5\"",
                    "true       | true",
                    "'true'     | \"true\"",
                    "yes        | \"yes\"",
                    "null       | null",
                    "~          | null",
                    "'null'     | \"null\"",
                    "''         | \"\"",
                    "12:30      | \"12:30\"",
                    "1e3        | \"1e3\"",
                    "0x10       | \"0x10\"",
                    "[]         | []",
                    "{}         | {}",
                })
        @DisplayName("scalars as people mean them: no day becomes a date, nothing in quotes a number")
        void scalars(String yaml, String json) {
            Scenario scenario = folder.with(
                            "a.yaml", HEAD + "request: {asOf: 2026-03-26, name: " + yaml + "}\n" + EXPECT)
                    .scenario();
            assertThat(new String(scenario.request(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"asOf\":\"2026-03-26\",\"name\":" + json + "}");
        }

        @Test
        @DisplayName("a request given as text, to the letter")
        void requestText() {
            Scenario scenario = folder.with("a.yaml", HEAD + """
                                    requestText: |
                                      {"asOf": "2026-03-26",
                                       "asOf": 5.0
                                    expect: {problem: {status: 400}}
                                    """).scenario();
            assertThat(new String(scenario.request(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"asOf\": \"2026-03-26\",\n \"asOf\": 5.0\n");
        }

        @Test
        @DisplayName("a request from a file beside it")
        void requestFile() {
            Scenario scenario = folder.with("examples/01.request.json", "{ }")
                    .with("3.1-scope/a.yaml", HEAD + "requestFile: ../examples/01.request.json\n" + EXPECT)
                    .scenario();
            assertThat(new String(scenario.request(), StandardCharsets.UTF_8)).isEqualTo("{ }");
        }
    }

    @Nested
    @DisplayName("is refused, with the place,")
    class Mistakes {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "expect: {others: none, nonne: []} | 5:24 | unknown name \"nonne\"; did you mean \"none\"?",
                    "expect: {none: [{code: OUT_OF_SCOPE}], others: perhaps} | 5:48 | \"others\" is allowed",
                    "expect: {others: allowed} | 5:18 | this scenario expects nothing",
                    "expect: {none: [{code: OUT_OF_SCOP}], others: allowed} | 5:24 | there is no \"OUT_OF_SCOP\"",
                    "expect: {obligations: [{status: OVERDUE}], others: allowed} | 5:24 | \"id\" or \"code\" is missing",
                    "expect: {obligations: [{code: ASSIGN_COMMISSIONER, sttus: OVERDUE}], others: allowed} | 5:52 |"
                            + " unknown name \"sttus\"",
                    "expect: {alerts: [{code: DUE_SOON, due: 2026-03-01}], others: allowed} | 5:36 | unknown name \"due\"",
                    "expect: {determinations: [{code: KEY_PROJECT, subject: {typ: project}}], others: allowed} | 5:57 |"
                            + " unknown name \"typ\"",
                    "expect: {problem: {status: 500}} | 5:28 | \"status\" is 400",
                    "expect: {problem: {status: 422}} | 5:19 | \"errors\" is missing",
                    "expect: {problem: {status: 422, errors: [{pointer: /x, code: UNKNWN_FIELD}]}} | 5:62 |"
                            + " there is no \"UNKNWN_FIELD\"",
                    "expect: {problem: {status: 400, errors: [{pointer: /x, code: REQUIRED}]}} | 5:33 |"
                            + " unknown name \"errors\"",
                })
        @DisplayName("where it expects what no answer can be")
        void expectations(String expect, String place, String message) {
            assertThat(folder.with("a.yaml", HEAD + REQUEST + expect + "\n").problems())
                    .singleElement()
                    .asString()
                    .startsWith("a.yaml:" + place + ": " + message);
        }

        @ParameterizedTest
        @ValueSource(strings = {"title", "titleEn", "clauses", "request", "expect"})
        @DisplayName("where a part is missing")
        void missing(String part) {
            String whole = HEAD + REQUEST + EXPECT;
            String without = whole.replaceFirst("(?m)^" + part + ": .*\n", "");
            assertThat(folder.with("a.yaml", without).problems())
                    .singleElement()
                    .asString()
                    .startsWith("a.yaml:1:1: ")
                    .contains(part)
                    .contains("is missing; add it");
        }

        @Test
        @DisplayName("where a clause is none of the scheme's, or named twice")
        void clauses() {
            assertThat(folder.with(
                                    "a.yaml",
                                    "title: a\ntitleEn: a\nclauses: [3.1.1, 3.1.9, 3.1.1]\n" + REQUEST + EXPECT)
                            .problems())
                    .satisfiesExactly(
                            first -> assertThat(first).startsWith("a.yaml:3:18: the scheme has no clause \"3.1.9\""),
                            second -> assertThat(second)
                                    .startsWith("a.yaml:3:25: the clause \"3.1.1\" stands here twice"));
        }

        @Test
        @DisplayName("where the request names no day, for it would come out otherwise tomorrow")
        void noDay() {
            assertThat(folder.with("a.yaml", HEAD + "request: {projects: []}\n" + EXPECT)
                            .problems())
                    .singleElement()
                    .asString()
                    .startsWith("a.yaml:4:1: the request has no \"asOf\"");
        }

        @Test
        @DisplayName("where it has two requests")
        void twoRequests() {
            assertThat(folder.with("a.yaml", HEAD + REQUEST + "requestText: '{}'\n" + EXPECT)
                            .problems())
                    .singleElement()
                    .asString()
                    .startsWith("a.yaml:5:1: only one of request, requestText, requestFile");
        }

        @Test
        @DisplayName("where a key stands twice")
        void duplicateKey() {
            assertThat(folder.with("a.yaml", HEAD + "request: {asOf: 2026-03-26, asOf: 2026-03-27}\n" + EXPECT)
                            .problems())
                    .singleElement()
                    .asString()
                    .startsWith("a.yaml:4:29: \"asOf\" stands here twice");
        }

        @Test
        @DisplayName("where it is no YAML")
        void noYaml() {
            assertThat(folder.with("a.yaml", HEAD + "request: {asOf: 2026-03-26\n" + EXPECT)
                            .problems())
                    .singleElement()
                    .asString()
                    .startsWith("a.yaml:5:7: no valid YAML");
        }

        @Test
        @DisplayName("in all files at once, by path, and the sound ones are read even so")
        void allAtOnce() {
            folder.with("b.yaml", HEAD + "note: ''\nremark: x\n" + REQUEST + EXPECT)
                    .with("a.yaml", HEAD + REQUEST)
                    .with("c.yaml", HEAD + REQUEST + EXPECT)
                    .with("d.yml", HEAD + REQUEST + EXPECT);
            assertThat(folder.problems())
                    .satisfiesExactly(
                            first -> assertThat(first).startsWith("a.yaml:1:1: one of expect, decisionFile is missing"),
                            second -> assertThat(second).startsWith("b.yaml:4:7: \"note\" must not be empty"),
                            third -> assertThat(third).startsWith("b.yaml:5:1: unknown name \"remark\""),
                            fourth -> assertThat(fourth).startsWith("d.yml:0:0: unknown file"));
            assertThat(folder.read().scenarios())
                    .singleElement()
                    .satisfies(scenario -> assertThat(scenario.file()).endsWith("/c.yaml"));
        }
    }

    @Nested
    @DisplayName("refers to")
    class References {
        @ParameterizedTest
        @ValueSource(strings = {"../outside.json", "3.1/../../outside.json", "/etc/hostname"})
        @DisplayName("no file outside of the scenarios' folder")
        void outside(String path) throws IOException {
            Path scenarios = Files.createDirectory(temporary.resolve("scenarios"));
            Files.writeString(temporary.resolve("outside.json"), "{}");
            assertThat(new ScenarioFolder(scenarios)
                            .with("a.yaml", HEAD + "requestFile: " + path + "\n" + EXPECT)
                            .problems())
                    .singleElement()
                    .asString()
                    .startsWith("a.yaml:4:14: \"" + path + "\" lies outside of the scenarios' folder");
        }

        @Test
        @DisplayName("no file that is not there")
        void notThere() {
            assertThat(folder.with("a.yaml", HEAD + "requestFile: nowhere.json\n" + EXPECT)
                            .problems())
                    .singleElement()
                    .asString()
                    .startsWith("a.yaml:4:14: there is no file \"nowhere.json\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "{\"determinations\": []}", "{\"determinations\": [", ""})
        @DisplayName("no decision that is none")
        void noDecision(String json) {
            assertThat(folder.with("whole.json", json)
                            .with("a.yaml", HEAD + REQUEST + "decisionFile: whole.json\n")
                            .problems())
                    .singleElement()
                    .asString()
                    .startsWith("a.yaml:5:15: the file \"whole.json\" is no whole decision");
        }
    }

    @Test
    @DisplayName("given by itself is read as it is in its folder")
    void oneFile() throws IOException {
        folder.with("examples/01.json", "{}").with("3.1/a.yaml", HEAD + "requestFile: ../examples/01.json\n" + EXPECT);
        ScenarioFiles.Found found =
                ScenarioFiles.read(List.of(temporary.resolve("3.1/a.yaml")), temporary, ShippedRules.RULESET.data());
        assertThat(found.problems()).isEmpty();
        assertThat(found.scenarios()).hasSize(1);
    }

    @Test
    @DisplayName("is looked for in folders below, by path; hidden files, JSON and Markdown are left aside")
    void folders() {
        String sound = HEAD + REQUEST + EXPECT;
        folder.with("b/2.yaml", sound)
                .with("b/10.yaml", sound)
                .with("a.yaml", sound)
                .with(".git/c.yaml", "no scenario")
                .with("README.md", "no scenario")
                .with("b/x.json", "no scenario")
                .with("b/2.yaml~", "no scenario");
        assertThat(folder.problems()).isEmpty();
        assertThat(folder.read().scenarios())
                .extracting(scenario -> temporary
                        .relativize(Path.of(scenario.file()))
                        .toString()
                        .replace('\\', '/'))
                .containsExactly("a.yaml", "b/10.yaml", "b/2.yaml");
    }
}
