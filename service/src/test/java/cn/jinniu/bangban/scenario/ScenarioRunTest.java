package cn.jinniu.bangban.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.desk.Answer;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.RuleInfo;
import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.text.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One project, on a day on which it is a key project, has no commissioner, and one is due soon. */
@DisplayName("A scenario")
class ScenarioRunTest {
    private static final DecisionDesk DESK = new DecisionDesk(ShippedRules.RULESET);
    private static final String PROJECT = """
              asOf: 2026-02-13
              projects:
                - id: P-1
                  listings: [{level: DISTRICT, year: 2026, issuedOn: 2026-02-11}]
                  functionalZone: jinniu-hightech-zone
                  landMode: NONE
            """;
    private static final String ASSIGN = "ASSIGN_COMMISSIONER:jinniu-hightech-zone:project:P-1";

    /** The line on which what is expected begins. */
    private static final int EXPECT = 12;

    @TempDir
    Path temporary;

    private ScenarioFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new ScenarioFolder(temporary);
    }

    private ScenarioOutcome run(String request, String expect) {
        String head = "title: 测试\ntitleEn: A test\nclauses: [3.4.1]\n";
        return new ScenarioRun(DESK)
                .run(folder.with("a.yaml", head + request + expect).scenario());
    }

    /** What comes out of the project otherwise than expected, as {@code line: English | field expected≠actual …}. */
    private List<String> differences(String expect) {
        return told(run("request:\n" + PROJECT, "expect:\n" + expect));
    }

    private static List<String> told(ScenarioOutcome outcome) {
        return outcome.differences().stream()
                .map(difference -> {
                    StringBuilder told = new StringBuilder(
                            difference.line() + ": " + difference.what().en());
                    difference
                            .fields()
                            .forEach(field ->
                                    told.append(" | " + field.field() + " " + field.expected() + "≠" + field.actual()));
                    return told.toString();
                })
                .toList();
    }

    @Nested
    @DisplayName("finds an answer")
    class Found {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{id: '" + ASSIGN + "'}",
                    "{id: " + ASSIGN + ", status: PENDING, due: 2026-02-14, daysLate: 0, fulfilledOn: null}",
                    "{code: ASSIGN_COMMISSIONER}",
                    "{code: ASSIGN_COMMISSIONER, subject: {id: P-1}, assignee: ~, provisional: false}",
                    "{code: ASSIGN_COMMISSIONER, rule: 3.4.1 功能区匹配服务专员}",
                    "{code: ASSIGN_COMMISSIONER,"
                            + " rule: 3.4.1 功能区匹配服务专员 / the functional zone assigns a commissioner}",
                    "{code: ASSIGN_COMMISSIONER, attendees: null, period: null, clause: 3.4.1, due: '2026-02-14'}",
                })
        @DisplayName("by any of its fields")
        void bySome(String answer) {
            assertThat(differences("  obligations: [" + answer + "]\n  others: allowed\n"))
                    .isEmpty();
        }

        @Test
        @DisplayName("of every kind")
        void everyKind() {
            assertThat(differences("""
                                      determinations:
                                        - {code: KEY_PROJECT, value: true, grounds: [DISTRICT]}
                                      alerts:
                                        - {code: DUE_SOON, obligation: %s, addressees: [jinniu-hightech-zone]}
                                      none:
                                        - {code: OUT_OF_SCOPE}
                                        - {status: OVERDUE}
                                        - {code: DUE_SOON, severity: WARNING}
                                      others: allowed
                                    """.formatted(ASSIGN))).isEmpty();
        }
    }

    @Nested
    @DisplayName("tells")
    class Told {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "rule: 3.4.1 功能区|rule 3.4.1 功能区≠3.4.1 功能区匹配服务专员 / the functional zone assigns a commissioner",
                    "due: 2026-02-15|due 2026-02-15≠2026-02-14",
                    "status: OVERDUE|status OVERDUE≠PENDING",
                    "daysLate: 1|daysLate 1≠0",
                    "daysLate: '0'|daysLate 0≠0",
                    "provisional: 'false'|provisional false≠false",
                    "fulfilledOn: ''|fulfilledOn ≠null",
                    "assignee: 'null'|assignee null≠null",
                    "attendees: []|attendees []≠null",
                    "due: null|due null≠2026-02-14",
                })
        @DisplayName("a field that is otherwise, with both values")
        void field(String fieldAndTold) {
            String[] parts = fieldAndTold.split("\\|");
            assertThat(differences(
                            "  obligations:\n    - {id: '" + ASSIGN + "', " + parts[0] + "}\n  others: allowed\n"))
                    .containsExactly((EXPECT + 1) + ": obligation " + ASSIGN + " is not as expected | " + parts[1]);
        }

        @Test
        @DisplayName("a field of a subject by its path")
        void path() {
            assertThat(differences(
                            "  obligations: [{id: '" + ASSIGN + "', subject: {type: unit}}]\n  others: allowed\n"))
                    .singleElement()
                    .asString()
                    .endsWith(" | subject.type unit≠project");
        }

        @Test
        @DisplayName("an answer that is not there, with the nearest of its code")
        void nearest() {
            assertThat(differences("""
                              obligations:
                                - {code: ASSIGN_COMMISSIONER, bearer: finance-bureau, status: PENDING}
                              others: allowed
                            """))
                    .containsExactly((EXPECT + 1) + ": no such obligation: {code: ASSIGN_COMMISSIONER, bearer:"
                            + " finance-bureau, status: PENDING}; the nearest is " + ASSIGN
                            + " | bearer finance-bureau≠jinniu-hightech-zone");
        }

        @Test
        @DisplayName("an answer that is not there, nor any of its code")
        void missing() {
            assertThat(differences("  alerts:\n    - {code: OUT_OF_SCOPE}\n  others: allowed\n"))
                    .containsExactly((EXPECT + 1) + ": no such alert: {code: OUT_OF_SCOPE}");
        }

        @Test
        @DisplayName("an answer that should not be there")
        void none() {
            assertThat(differences("  none:\n    - {code: DUE_SOON}\n  others: allowed\n"))
                    .containsExactly((EXPECT + 1) + ": the alert DUE_SOON:" + ASSIGN
                            + " should not be there (none: {code: DUE_SOON})");
        }

        @Test
        @DisplayName("all others where none are allowed, and no others of the kinds where they are")
        void others() {
            List<String> all = differences("  obligations: [{code: ASSIGN_COMMISSIONER}]\n  others: none\n");
            assertThat(all)
                    .anyMatch(told -> told.contains("unexpected determination KEY_PROJECT:project:P-1"))
                    .anyMatch(told -> told.contains("unexpected alert DUE_SOON:" + ASSIGN))
                    .noneMatch(told -> told.contains("obligation " + ASSIGN));
            assertThat(differences("  obligations: [{code: ASSIGN_COMMISSIONER}]\n  others: {alerts: none}\n"))
                    .isNotEmpty()
                    .allMatch(told -> told.contains("unexpected alert "));
        }

        @Test
        @DisplayName("every difference at once")
        void allAtOnce() {
            assertThat(differences("""
                                      determinations: [{code: KEY_PROJECT, value: false}]
                                      obligations: [{code: ASSIGN_COMMISSIONER, daysLate: 2, status: OVERDUE}]
                                      alerts: [{code: OUT_OF_SCOPE}]
                                      none: [{code: CASE_OWNER}, {code: DUE_SOON}]
                                      others: allowed
                                    """)).hasSizeGreaterThanOrEqualTo(4);
        }
    }

    @Test
    @DisplayName("that could mean several answers is told to say which")
    void ambiguous() {
        String twice = PROJECT + """
                    - {id: P-2, majorInvestmentRecognisedOn: 2026-02-11, functionalZone: jinniu-hightech-zone, landMode: NONE}
                """;
        assertThat(told(run(
                        "request:\n" + twice,
                        "expect:\n  obligations: [{code: ASSIGN_COMMISSIONER}]\n  others: allowed\n")))
                .singleElement()
                .asString()
                .contains("2 obligations are like {code: ASSIGN_COMMISSIONER}");
    }

    @Nested
    @DisplayName("of a request that is refused")
    class Refusals {
        private static final String BAD = "requestText: '{\"asOf\": \"2026-02-30\", \"projects\": [{\"name\": 5}]}'\n";

        private static String expect(String... errors) {
            return "expect:\n  problem:\n    status: 422\n    errors: [" + String.join(", ", errors) + "]\n";
        }

        @Test
        @DisplayName("expects all its errors, in any order")
        void all() {
            assertThat(told(run(
                            BAD,
                            expect(
                                    "{pointer: /projects/0/id, code: REQUIRED}",
                                    "{pointer: /projects/0/name, code: WRONG_TYPE}",
                                    "{pointer: /asOf, code: BAD_FORMAT}"))))
                    .isEmpty();
        }

        @Test
        @DisplayName("tells the errors that are missing and those that are too many")
        void others() {
            assertThat(told(run(
                            BAD,
                            expect(
                                    "{pointer: /projects/0/id, code: REQUIRED}",
                                    "{pointer: /projects/0/name, code: OUT_OF_RANGE}",
                                    "{pointer: /asOf, code: BAD_FORMAT}"))))
                    .satisfiesExactlyInAnyOrder(
                            one -> assertThat(one).contains("unexpected error /projects/0/name WRONG_TYPE"),
                            one -> assertThat(one).contains("no such error: /projects/0/name OUT_OF_RANGE"));
        }

        @Test
        @DisplayName("is not satisfied by a decision, nor by no JSON")
        void status() {
            String error = expect("{pointer: /asOf, code: BAD_FORMAT}");
            assertThat(told(run("requestText: '{}'\n", error)))
                    .singleElement()
                    .asString()
                    .contains("status 422≠200");
            assertThat(told(run("requestText: '{'\n", error))).anyMatch(told -> told.contains("status 422≠400"));
            assertThat(told(run("requestText: '{'\n", "expect: {problem: {status: 400}}\n")))
                    .isEmpty();
        }

        @Test
        @DisplayName("but should be decided tells what is wrong with it")
        void notExpected() {
            assertThat(told(run(BAD, "expect: {others: none}\n")))
                    .hasSize(3)
                    .anyMatch(told -> told.contains("/asOf BAD_FORMAT"));
        }
    }

    @Nested
    @DisplayName("of a whole decision")
    class Whole {
        private String decision() {
            LocalDate day = LocalDate.of(2026, 2, 13);
            Scenario scenario = folder.with(
                            "a.yaml",
                            "title: a\ntitleEn: a\nclauses: [3.4.1]\nrequest:\n" + PROJECT + "expect: {others: none}\n")
                    .scenario();
            Answer answer = DESK.answer(scenario.request(), day);
            return new String(
                    DESK.bytes(((Answer.Decided) answer).decision(), "some id", Language.EN), StandardCharsets.UTF_8);
        }

        private List<String> against(String decision) {
            folder.with("whole.json", decision);
            return told(run("request:\n" + PROJECT, "decisionFile: whole.json\n"));
        }

        @Test
        @DisplayName("is satisfied by the same answers, whatever their id, ruleset, rule names and messages")
        void same() {
            String decision = decision();
            assertThat(against(decision)).isEmpty();
            assertThat(against(decision.replaceAll("\"(rule|message|version)\":\"[^\"]*\"", "\"$1\":\"…\"")))
                    .isEmpty();
        }

        @Test
        @DisplayName("tells each field that is otherwise")
        void field() {
            assertThat(against(decision().replace("\"due\":\"2026-02-14\"", "\"due\":\"2026-02-15\"")))
                    .singleElement()
                    .asString()
                    .endsWith("obligation " + ASSIGN + " is not as expected | due 2026-02-15≠2026-02-14");
        }

        @Test
        @DisplayName("tells an answer that is not there and one that is too many")
        void answers() {
            String other = decision().replace("\"id\":\"DUE_SOON:" + ASSIGN, "\"id\":\"DUE_SOON:X");
            assertThat(against(other))
                    .satisfiesExactly(
                            one -> assertThat(one).contains("no such alert: DUE_SOON:X"),
                            one -> assertThat(one).contains("unexpected alert DUE_SOON:" + ASSIGN));
        }

        @Test
        @DisplayName("tells another day")
        void day() {
            assertThat(against(decision().replace("\"asOf\":\"2026-02-13\"", "\"asOf\":\"2026-02-12\"")))
                    .singleElement()
                    .asString()
                    .contains("asOf 2026-02-12≠2026-02-13");
        }
    }

    @Test
    @DisplayName("tells which rules fired, each once")
    void fired() {
        ScenarioOutcome outcome =
                run("request:\n" + PROJECT, "expect: {none: [{code: OUT_OF_SCOPE}], others: allowed}\n");
        assertThat(outcome.asExpected()).isTrue();
        assertThat(outcome.fired())
                .extracting(RuleInfo::clause)
                .contains("3.1.1", "3.4.1")
                .doesNotContain("3.5.4");
        assertThat(outcome.fired()).extracting(RuleInfo::name).doesNotHaveDuplicates();
    }
}
