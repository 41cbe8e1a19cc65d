package cn.jinniu.bangban.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinniu.bangban.calendar.Roll;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Parameters")
class ParametersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 26);

    private static String parameter(String key, String type, String... fromsAndValues) {
        StringBuilder text = new StringBuilder(key + ":\n  nameZh: 名\n  nameEn: name\n  type: " + type
                + "\n  clause: none\n  values:\n");
        for (int i = 0; i < fromsAndValues.length; i += 2) {
            text.append("    - from: ").append(fromsAndValues[i]).append("\n      value: ");
            text.append(fromsAndValues[i + 1]).append('\n');
        }
        return text.toString();
    }

    private static Parameters with(String text) {
        return new RulesFolder().appending("parameters.yaml", text).data().parameters();
    }

    @Nested
    @DisplayName("that change")
    class Change {
        private final Parameters parameters =
                with(parameter("x-days", "working-days", "2000-01-01", "3", "2026-07-01", "5", "2027-01-01", "0"));

        @ParameterizedTest
        @CsvSource({
            "1999-12-31, 3",
            "2000-01-01, 3",
            "2026-06-30, 3",
            "2026-07-01, 5",
            "2026-12-31, 5",
            "2027-01-01, 0",
            "2100-12-31, 0"
        })
        @DisplayName("hold from their day on and not before")
        void byDay(LocalDate day, int days) {
            assertThat(parameters.on(day).days("x-days")).isEqualTo(days);
        }

        @Test
        @DisplayName("leave the others as they are")
        void others() {
            assertThat(parameters.on(LocalDate.of(2027, 1, 1)).days("assign-commissioner-days"))
                    .isEqualTo(3);
        }

        @Test
        @DisplayName("keep their history, and say since when they hold")
        void history() {
            assertThat(parameters.parameter("x-days").values())
                    .extracting(Parameter.Value::from)
                    .containsExactly(
                            LocalDate.of(2000, 1, 1), LocalDate.of(2026, 7, 1), LocalDate.of(2027, 1, 1));
            assertThat(parameters.on(LocalDate.of(2026, 8, 1)).since("x-days").from())
                    .isEqualTo(LocalDate.of(2026, 7, 1));
            assertThat(parameters.on(LocalDate.of(2026, 8, 1)).all()).hasSize(37);
        }

        @Test
        @DisplayName("are the same object between changes, for they are asked for in every decision")
        void cached() {
            assertThat(parameters.on(LocalDate.of(2026, 8, 1))).isSameAs(parameters.on(LocalDate.of(2026, 9, 1)));
        }
    }

    @Test
    @DisplayName("as shipped say what the policy says")
    void shipped() {
        Parameters parameters = new RulesFolder().data().parameters();
        ParameterValues values = parameters.on(TODAY);
        assertThat(values.dayIn("listing-carry-over-until", 2026)).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(values.dayIn("training-plan-due", 2026)).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(values.dayOf("evidence-report-day", YearMonth.of(2026, 3))).isEqualTo(LocalDate.of(2026, 3, 25));
        assertThat(values.dayOf("service-report-day", YearMonth.of(2024, 2))).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(values.roll("service-report-roll")).isEqualTo(Roll.PREVIOUS);
        assertThat(values.roll("evidence-report-roll")).isEqualTo(Roll.NEXT);
        assertThat(values.days("churn-window-days")).isEqualTo(365);
        assertThat(values.count("churn-appointments")).isEqualTo(2);
        assertThat(parameters.parameter("service-report-day").clause()).isEqualTo("3.5.3");
        assertThat(parameters.parameter("evidence-report-day").clause()).isEqualTo("4.7c");
        assertThat(parameters.all().values())
                .filteredOn(parameter -> parameter.clause() != null)
                .hasSize(2);
    }

    @Test
    @DisplayName("for a day of a month or a year fall on its last where it has no such day")
    void shortMonths() {
        ParameterValues values = with(parameter("m", "day-of-month", "2000-01-01", "30")
                        + parameter("y", "month-day", "2000-01-01", "02-29"))
                .on(TODAY);
        assertThat(values.dayOf("m", YearMonth.of(2026, 2))).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(values.dayOf("m", YearMonth.of(2026, 3))).isEqualTo(LocalDate.of(2026, 3, 30));
        assertThat(values.dayIn("y", 2026)).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(values.dayIn("y", 2028)).isEqualTo(LocalDate.of(2028, 2, 29));
    }

    @Test
    @DisplayName("tell a rule that misspells a key or takes one for something else")
    void mistakes() {
        ParameterValues values = new RulesFolder().data().parameters().on(TODAY);
        assertThatThrownBy(() -> values.days("asign-commissioner-days"))
                .isInstanceOf(RuleMistake.class)
                .hasMessageContaining("did you mean \"assign-commissioner-days\"?");
        assertThatThrownBy(() -> values.days("churn-appointments"))
                .isInstanceOf(RuleMistake.class)
                .hasMessageContaining("\"churn-appointments\" is of type count and cannot be used as working-days");
        assertThatThrownBy(() -> values.roll("due-soon-days")).isInstanceOf(RuleMistake.class);
        assertThatThrownBy(() -> values.since("nothing-like-it-at-all")).isInstanceOf(RuleMistake.class);
    }

    @Nested
    @DisplayName("are refused")
    class Refused {
        /** Problems of a file whose first line is the given text's. */
        private static List<String> problems(String text) {
            return new RulesFolder().with("parameters.yaml", text).problems();
        }

        @Test
        @DisplayName("with a gap, a repeated day, days out of order and days that are none")
        void days() {
            assertThat(problems(parameter(
                            "x", "count", "2000-01-02", "1", "2026-01-01", "2", "2026-01-01", "3", "2025-01-01", "4",
                            "2026-2-1", "5")))
                    .containsExactly(
                            "parameters.yaml:7:13: the parameter \"x\" has no value before 2000-01-02; its first value"
                                    + " must hold from 2000-01-01",
                            "parameters.yaml:11:13: from 2026-01-01 must be after 2026-01-01 of the value before; order"
                                    + " values by day, one a day",
                            "parameters.yaml:13:13: from 2025-01-01 must be after 2026-01-01 of the value before; order"
                                    + " values by day, one a day",
                            "parameters.yaml:15:13: \"2026-2-1\" is no real day; write YYYY-MM-DD, for example"
                                    + " 2026-09-01");
        }

        @ParameterizedTest
        @CsvSource({
            "working-days, -1",
            "working-days, 3.0",
            "working-days, 03",
            "working-days, three",
            "calendar-days, 3651",
            "count, 0",
            "day-of-month, 32",
            "day-of-month, 0",
            "day-of-month, last",
            "month-day, 06-31",
            "month-day, 6-30",
            "month-day, 13-01",
            "roll, next"
        })
        @DisplayName("with a value that is not of their type")
        void values(String type, String value) {
            assertThat(problems(parameter("x", type, "2000-01-01", value)))
                    .singleElement()
                    .asString()
                    .startsWith("parameters.yaml:8:14: the value \"" + value + "\" is not of type " + type + "; write ");
        }

        @Test
        @DisplayName("of an unknown type, with an unknown clause, with a misspelt or missing name")
        void fields() {
            assertThat(problems(
                            """
                            x:
                              nameZh: 名
                              naemEn: name
                              type: workdays
                              clause: 3.5.33
                              values:
                                - from: 2000-01-01
                                  value: 3
                                  notes: x
                            """))
                    .containsExactly(
                            "parameters.yaml:2:3: \"nameEn\" is missing; add it",
                            "parameters.yaml:4:9: unknown type \"workdays\"; use one of working-days, calendar-days,"
                                    + " count, day-of-month, month-day, roll",
                            "parameters.yaml:5:11: clauses.yaml has no clause \"3.5.33\"; did you mean \"3.5.3\"?; write"
                                    + " none for what the scheme does not state",
                            "parameters.yaml:3:3: unknown name \"naemEn\"; did you mean \"nameEn\"?; known are nameZh,"
                                    + " nameEn, type, clause, values");
        }

        @Test
        @DisplayName("with unknown fields beside a value, or no value at all")
        void valueFields() {
            assertThat(problems(parameter("x", "count", "2000-01-01", "2") + "      notes: x\n"))
                    .containsExactly("parameters.yaml:9:7: unknown name \"notes\"; did you mean \"note\"?; known are"
                            + " from, value, note");
            assertThat(problems(parameter("x", "count")))
                    .containsExactly("parameters.yaml:6:10: \"values\" must be a list of at least one item, each"
                            + " beginning with \"- \"");
            assertThat(problems(parameter("X", "count", "2000-01-01", "2")))
                    .containsExactly("parameters.yaml:1:1: the parameter's key \"X\" must consist of lower-case letters,"
                            + " digits and hyphens");
        }
    }
}
