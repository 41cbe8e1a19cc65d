package cn.jinniu.bangban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("explain")
class ExplainCommandTest {
    private static final String REQUEST =
            "{\"asOf\":\"2026-03-26\",\"projects\":[{\"id\":\"P-7\",\"functionalZone\":\"jinniu-hightech-zone\","
                    + "\"majorInvestmentRecognisedOn\":\"2026-02-10\"}]}";

    private static Run explain(String... more) {
        String[] args = new String[more.length + 3];
        String[] first = {"explain", "--rules", "../rules"};
        System.arraycopy(first, 0, args, 0, first.length);
        System.arraycopy(more, 0, args, first.length, more.length);
        return Run.withInput(REQUEST, args);
    }

    @Test
    @DisplayName("writes a line of JSON, the same each time")
    void json() {
        Run run = explain("--code", "KEY_PROJECT");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines()).hasSize(1);
        assertThat(run.out())
                .startsWith("{\"asOf\":\"2026-03-26\",\"ruleset\":{")
                .contains("\"/projects/0\"");
        assertThat(explain("--code", "KEY_PROJECT").out()).isEqualTo(run.out());
    }

    @Test
    @DisplayName("tells it as indented text")
    void table() {
        Run run = explain(
                "--code", "ASSIGN_COMMISSIONER", "--subject", "project:P-7", "--format", "table", "--lang", "en");
        assertThat(run.out())
                .contains("Why not: ASSIGN_COMMISSIONER project:P-7")
                .contains("`landContractSignedOn` of project P-7 is absent")
                .containsPattern(
                        "✗ 3\\.4\\.1 the functional zone assigns a commissioner \\(3\\.4-commissioners/3\\.4\\.1-zones\\.drl:\\d+\\)");
        assertThat(explain("--alert", "OUT_OF_SCOPE:project:P-7", "--format", "table")
                        .out())
                .contains("为什么没有：OUT_OF_SCOPE project:P-7")
                .contains("已有重点项目身份 P-7");
    }

    @Test
    @DisplayName("says what there is not, and fails")
    void wrong() {
        Run misspelt = explain("--code", "KEY_PROJEKT", "--lang", "en");
        assertThat(misspelt.exitCode()).isEqualTo(2);
        assertThat(misspelt.err())
                .startsWith("-: code: there is no code \"KEY_PROJEKT\"; did you mean \"KEY_PROJECT\"?");
        assertThat(Run.of("explain", "--obligaton", "x").exitCode()).isEqualTo(2);
    }
}
