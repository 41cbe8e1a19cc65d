package cn.jinniu.bangban.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.decision.Severity;
import cn.jinniu.bangban.decision.Status;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The catalogue")
class CatalogueTest {
    @Test
    @DisplayName("names codes, grounds, statuses, severities and subject types")
    void names() {
        Catalogue catalogue = new RulesFolder().data().catalogue();
        assertThat(catalogue.determinations().get("KEY_PROJECT").grounds())
                .containsOnlyKeys("NATIONAL", "PROVINCIAL", "MUNICIPAL", "DISTRICT", "MAJOR_INVESTMENT");
        assertThat(catalogue.determinations().get("JOINT_MEETING").grounds().keySet())
                .containsExactly("REQUESTED", "MULTI_DEPARTMENT", "LONG_OPEN");
        assertThat(catalogue.obligations().get("SERVICE_REPORT").zh()).isEqualTo("报送服务情况");
        assertThat(catalogue.alerts().get("DUE_SOON").en()).isEqualTo("Due soon");
        assertThat(catalogue.statuses()).containsOnlyKeys(Status.values());
        assertThat(catalogue.severities()).containsOnlyKeys(Severity.values());
        assertThat(catalogue.subjectTypes().get("followUpVisit").zh()).isEqualTo("回访");
    }

    @Nested
    @DisplayName("is refused")
    class Refused {
        private static final String BEFORE = "# —— 提醒 ——\n";

        /** Problems of the shipped catalogue with an obligation added, with lines counted from the added text. */
        private static List<String> problems(String added) {
            RulesFolder rules = new RulesFolder();
            String text = rules.text("catalogue.yaml");
            int lines = (int) text.substring(0, text.indexOf(BEFORE)).lines().count();
            return rules.replacing("catalogue.yaml", BEFORE, added.indent(2)).problems().stream()
                    .map(problem -> {
                        String[] parts = problem.split(":", 3);
                        return parts[1].equals("0") ? problem : Integer.parseInt(parts[1]) - lines + ":" + parts[2];
                    })
                    .toList();
        }

        private static List<String> problemsOfAct(String act) {
            return problems("NEW:\n  nameZh: 新\n  nameEn: New\n  actZh: 查看现场\n  actEn: '" + act + "'\n");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "see {subjet} | 17 | there is no placeholder {subjet} here; did you mean \"subject\"?",
                    "see {subject} and {subjet} | 31 | there is no placeholder {subjet} here",
                    "see {} | 17 | there is no placeholder {} here",
                    "see {alert} | 17 | there is no placeholder {alert} here",
                    "see {act} | 17 | there is no placeholder {act} here",
                    "see {subject | 17 | \"{\" has no partner",
                    "see {sub{subject} | 17 | \"{\" has no partner",
                    "see {subject} or} | 29 | \"}\" has no partner",
                    "see {subject}[ for {period} | 26 | \"[\" has no partner",
                    "see {subject} for] | 30 | \"]\" has no partner",
                    "see {subject}[ so] | 26 | nothing in these brackets decides when to leave them out",
                    "see {subject} for {period} | 31 | {period} may have nothing to say",
                    "see {subject} by {due} | 30 | {due} may have nothing to say"
                })
        @DisplayName("with an act that cannot be said, with the place of the mistake")
        void acts(String act, int column, String message) {
            assertThat(problemsOfAct(act))
                    .singleElement()
                    .asString()
                    .startsWith("5:" + column + ": " + message);
        }

        @Test
        @DisplayName("with a message for a status that cannot know what it speaks of")
        void messages() {
            assertThat(problems(
                            """
                            NEW:
                              nameZh: 新
                              nameEn: New
                              messages:
                                standing:
                                  zh: '{bearer}须于{due}前办理。'
                                  en: >-
                                    {bearer} is to do it
                                    by {due}.
                                done:
                                  zh: 好
                                  en: Good.
                            """))
                    .satisfiesExactly(
                            first -> assertThat(first).startsWith("6:24: {due} may have nothing to say"),
                            second -> assertThat(second).startsWith("9:14: {due} may have nothing to say"),
                            third -> assertThat(third).startsWith("10:7: unknown name \"done\""));
        }

        @Test
        @DisplayName("with a sentence that begins with a brace and has no quotes")
        void unquoted() {
            assertThat(problems("NEW:\n  nameZh: 新\n  nameEn: New\n  actZh: {subject}\n  actEn: see\n"))
                    .containsExactly("4:12: \"actZh\" must be text; put a sentence that begins with { or [ in quotes");
        }

        @Test
        @DisplayName("with half an act, an unknown field, a code in small letters")
        void fields() {
            assertThat(problems("new:\n  nameZh: 新\n  nameEn: New\n  actZh: 查看\n  messges: x\n"))
                    .satisfiesExactly(
                            first -> assertThat(first).startsWith("1:3: \"new\" is not written as a code"),
                            second -> assertThat(second).isEqualTo("2:5: \"actEn\" is missing; add it"),
                            third -> assertThat(third)
                                    .startsWith("5:5: unknown name \"messges\"; did you mean \"messages\"?"));
        }

        @Test
        @DisplayName("without a status' name or without shared messages")
        void missing() {
            assertThat(new RulesFolder()
                            .replacing("catalogue.yaml", "  STANDING: {nameZh: 持续履行, nameEn: standing}\n", "")
                            .problems())
                    .singleElement()
                    .asString()
                    .endsWith("\"STANDING\" is missing; add it");
            assertThat(new RulesFolder()
                            .replacing("catalogue.yaml", "\ndefaults:\n", "\ndefalts:\n")
                            .problems())
                    .satisfiesExactly(
                            first -> assertThat(first).endsWith("\"defaults\" is missing; add it"),
                            second -> assertThat(second).contains("unknown name \"defalts\"; did you mean \"defaults\"?"));
        }
    }
}
